import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';

/**
 * Key, operator and values of one condition, as cells of a row. For operators without values, the list is hidden unless
 * the document has some.
 */
export function MatchFields({ path }: { path: Path }) {
  const takesValues = useDocument((document) => {
    const operator = getIn(document, [...path, 'operator']);
    const needsNone = operator === 'Exists' || operator === 'DoesNotExist';
    return !needsNone || getIn(document, [...path, 'values']) !== undefined;
  });
  return (
    <>
      <Field path={[...path, 'key']} wire hideHelp />
      <Field path={[...path, 'operator']} hideHelp />
      {takesValues && <Field path={[...path, 'values']} />}
    </>
  );
}
