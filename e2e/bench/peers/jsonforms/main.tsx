// As its documentation sets it up: material renderers and cells, the layout it generates from the schema, and an
// ajv of the schema's dialect with the options of its own. It judges at each change and shows the JSON. The schema
// holds the fields alone, without the rules over several fields, which its renderers cannot draw.
import { JsonForms } from '@jsonforms/react';
import { materialCells, materialRenderers } from '@jsonforms/material-renderers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadDocument } from '../load-document.ts';
import schema from 'virtual:bench-schema';

// The options that createAjv of @jsonforms/core gives, for the draft this schema is in.
const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });

function Page({ initial }: { initial: unknown }) {
  const [data, setData] = useState(initial);
  return (
    <div className="panes">
      <div className="form">
        <JsonForms
          schema={schema}
          data={data}
          renderers={materialRenderers}
          cells={materialCells}
          ajv={ajv}
          onChange={({ data: next }) => setData(next)}
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
