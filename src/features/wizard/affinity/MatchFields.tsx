import { Fragment } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { FieldGrid, Whole } from '../layout/FieldGrid.tsx';

/**
 * Key, operator and values of one condition; operators that take no values show none unless there are some.
 * With `folds` the values are no more than a line while there are none.
 */
export function MatchFields({ path, folds = false }: { path: Path; folds?: boolean }) {
  const takesValues = useDocument((document) => {
    const operator = getIn(document, [...path, 'operator']);
    const needsNone = operator === 'Exists' || operator === 'DoesNotExist';
    return !needsNone || getIn(document, [...path, 'values']) !== undefined;
  });
  const ValueColumn = folds ? Whole : Fragment;
  return (
    <FieldGrid columns={2}>
      <Field path={[...path, 'key']} wire />
      <Field path={[...path, 'operator']} />
      {takesValues && (
        <ValueColumn>
          <Field path={[...path, 'values']} folds={folds} />
        </ValueColumn>
      )}
    </FieldGrid>
  );
}
