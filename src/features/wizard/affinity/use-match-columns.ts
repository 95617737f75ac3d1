import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import type { Column } from '#src/ui/lists/HeadedRows.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';

// The labels are the same wherever a condition occurs.
const { key, operator, values } = affinityGroup.fields.node_affinity.row.fields;

/** The header row of a list of conditions. */
export function useMatchColumns(): readonly Column[] {
  const translate = useTranslate();
  return [
    { label: translate(key.label), width: 'minmax(0, 1fr)', isRequired: true },
    { label: translate(operator.label), width: 'minmax(120px, 0.9fr)', isRequired: true },
    { label: translate(values.label), width: 'minmax(0, 1.6fr)' },
  ];
}
