// Set up as documented: the theme's own form, the validator for the schema's dialect, controlled data.
// Nothing is added that would slow it down, such as our own widgets or templates, and nothing is omitted that the other
// pages have: it validates on each change (`liveValidate`) and shows the JSON. The schema only holds the fields,
// without rules over several fields, whose oneOf and if would slow it down considerably.
import Form from '@rjsf/mui';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadDocument } from '../load-document.ts';
import schema from 'virtual:bench-schema';

const validator = customizeValidator({ AjvClass: Ajv2020 });

function Page({ initial }: { initial: unknown }) {
  const [data, setData] = useState(initial);
  return (
    <div className="panes">
      <div className="form">
        <Form
          schema={schema}
          validator={validator}
          formData={data}
          liveValidate="onChange"
          onChange={(event) => setData(event.formData)}
        />
      </div>
      <div className="preview" role="region" aria-label="JSON">
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </div>
    </div>
  );
}

const initial = await loadDocument();
createRoot(document.getElementById('root')!).render(<Page initial={initial} />);
