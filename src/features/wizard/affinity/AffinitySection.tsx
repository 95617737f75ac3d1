import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { GenerationGate } from '#src/ui/field/GenerationGate.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import { KubernetesAffinity } from './KubernetesAffinity.tsx';
import { PageAffinity } from './PageAffinity.tsx';
import { affinityPath } from './paths.ts';
import { schedulingWords } from './scheduling-words.ts';

/** Affinity rules in the format of the current API generation, and in any other format the document contains. */
export function AffinitySection() {
  const translate = useTranslate();
  return (
    <Card
      title={translate(affinityGroup.label)}
      help={translate(schedulingWords.affinityHelp)}
      actions={<EditPartButton path={affinityPath} />}
    >
      <GroupIssues path={affinityPath} />
      <FieldGrid columns={1}>
        {(['node_affinity', 'pod_affinity'] as const).map((list) => (
          <GenerationGate key={list} path={[...affinityPath, list]}>
            <PageAffinity list={list} />
          </GenerationGate>
        ))}
        <KubernetesAffinity />
        <UnknownKeys path={affinityPath} />
      </FieldGrid>
    </Card>
  );
}
