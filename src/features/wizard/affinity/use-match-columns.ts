import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import type { Path } from '#src/json/path.ts';
import type { Column } from '#src/ui/lists/HeadedRows.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';

// The labels are the same wherever a condition occurs.
const { key, operator, values } = affinityGroup.fields.node_affinity.row.fields;

/** The header row of the list of conditions at a path. */
export function useMatchColumns(path: Path): readonly Column[] {
  const translate = useTranslate();
  return [
    {
      label: translate(key.label),
      width: 'minmax(0, 1fr)',
      isRequired: true,
      field: [...path, 0, 'key'],
    },
    {
      label: translate(operator.label),
      width: 'minmax(120px, 0.9fr)',
      isRequired: true,
      field: [...path, 0, 'operator'],
    },
    { label: translate(values.label), width: 'minmax(0, 1.6fr)', field: [...path, 0, 'values'] },
  ];
}
