import { Fragment } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { FieldGrid, FullWidth } from '../layout/FieldGrid.tsx';

/**
 * Key, operator and values of one condition. For operators without values, the list is hidden unless the document has
 * some. `compactWhenEmpty` reduces an empty list of values to one line.
 */
export function MatchFields({
  path,
  compactWhenEmpty = false,
}: {
  path: Path;
  compactWhenEmpty?: boolean;
}) {
  const takesValues = useDocument((document) => {
    const operator = getIn(document, [...path, 'operator']);
    const needsNone = operator === 'Exists' || operator === 'DoesNotExist';
    return !needsNone || getIn(document, [...path, 'values']) !== undefined;
  });
  const ValueColumn = compactWhenEmpty ? FullWidth : Fragment;
  return (
    <FieldGrid columns={2}>
      <Field path={[...path, 'key']} wire />
      <Field path={[...path, 'operator']} />
      {takesValues && (
        <ValueColumn>
          <Field path={[...path, 'values']} compactWhenEmpty={compactWhenEmpty} />
        </ValueColumn>
      )}
    </FieldGrid>
  );
}
