// Set up as documented: material renderers and cells, the layout generated from the schema, and an ajv for the
// schema's dialect with JSON Forms' own options. It validates on each change and shows the JSON. The schema only
// holds the fields, without rules over several fields, which its renderers do not support.
import { JsonForms } from '@jsonforms/react';
import { materialCells, materialRenderers } from '@jsonforms/material-renderers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadDocument } from '../load-document.ts';
import schema from 'virtual:bench-schema';

// The options of createAjv of @jsonforms/core, for the draft of this schema.
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
