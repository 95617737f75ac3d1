import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { GenerationGate } from '#src/ui/field/GenerationGate.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { AffinitySection } from '../affinity/AffinitySection.tsx';
import { FieldGrid } from '../layout/FieldGrid.tsx';
import { schedulingWords } from '../affinity/scheduling-words.ts';

const configs = ['deployment', 'template', 'configs'];
const isOfFailure = (member: string) => member === 'migration' || member === 'toleration_seconds';

/** Restart, migration and affinity (tables 16, 33 and 34), and the annotations of generation 2025. */
export function SchedulingStep() {
  const translate = useTranslate();
  return (
    <>
      <Card corner={<EditPartButton path={configs} />}>
        <FieldGrid>
          <Field path={[...configs, 'restart_policy']} />
          <Field path={[...configs, 'host_network']} />
          <Field path={[...configs, 'dns_policy']} />
          <Field path={[...configs, 'host_pid']} />
          <UnknownKeys path={configs} />
        </FieldGrid>
      </Card>
      <Card
        title={translate(schedulingWords.failure)}
        help={translate(schedulingWords.failureHelp)}
        actions={<EditPartButton path={configs} isMember={isOfFailure} />}
      >
        <FieldGrid>
          <Field path={[...configs, 'migration']} />
          <Field path={[...configs, 'toleration_seconds']} />
        </FieldGrid>
      </Card>
      <AffinitySection />
      <GenerationGate path={annotations}>
        <AnnotationsSection />
      </GenerationGate>
    </>
  );
}

const annotations = ['deployment', 'annotations'];

function AnnotationsSection() {
  const translate = useTranslate();
  const spec = deploymentGroup.fields.deployment.fields.annotations;
  const mark = useLabelNote(spec);
  return (
    <Card title={translate(spec.label)} note={mark} actions={<EditPartButton path={annotations} />}>
      <GroupIssues path={annotations} />
      <FieldGrid>
        <Field path={[...annotations, 'ring_controller']} />
        <Field path={[...annotations, 'autonomy_edge_selector']} wire />
        <UnknownKeys path={annotations} />
      </FieldGrid>
    </Card>
  );
}
