import type { Path } from '#src/json/path.ts';
import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { EntriesField } from '#src/ui/lists/EntriesField.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import styles from './affinity.module.css';
import { ExpressionList } from './ExpressionList.tsx';
import { requiredKey } from './paths.ts';
import { schedulingWords } from './scheduling-words.ts';

// The fields are the same in every term.
const { labelSelector } = affinityGroup.fields.podAffinity.fields[requiredKey].row.fields;
const label = { en: 'Label', zh: '标签' };

/** Topology key, label selector and namespaces of a term, and its weight if it can have one. */
export function PodTermFields({ path, weight }: { path: Path; weight?: Path }) {
  const translate = useTranslate();
  const selector = [...path, 'labelSelector'];
  return (
    <>
      <FieldGrid columns={weight ? 2 : 1}>
        {weight && <Field path={weight} />}
        <Field path={[...path, 'topologyKey']} wire />
      </FieldGrid>
      <div className={styles.selector}>
        <GroupIssues path={selector} />
        <EntriesField
          path={[...selector, 'matchLabels']}
          spec={labelSelector.fields.matchLabels}
          item={label}
          empty={translate(schedulingWords.noLabels)}
        />
        <ExpressionList path={[...selector, 'matchExpressions']} />
        <UnknownKeys path={selector} />
      </div>
      <Field path={[...path, 'namespaces']} compactWhenEmpty />
    </>
  );
}
