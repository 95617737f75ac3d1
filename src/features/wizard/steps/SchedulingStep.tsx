import { useTranslation } from 'react-i18next';
import { getIn } from '#src/document/edits.ts';
import type { Path } from '#src/document/path.ts';
import { affinityGroup } from '#src/domain/deployment/affinity.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/controls/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/controls/UnknownKeys.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useSay } from '#src/ui/say.ts';
import { Fields, Section, StepFrame } from '../StepFrame.tsx';

const configs = ['deployment', 'template', 'configs'];
const affinity = ['deployment', 'template', 'affinity'];

/** How instances run, move and find their place (tables 16, 33 and 34). */
export function SchedulingStep() {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <StepFrame step="scheduling">
      <Fields>
        <Field path={[...configs, 'restart_policy']} />
        <Field path={[...configs, 'host_network']} />
        <Field path={[...configs, 'host_pid']} />
        <UnknownKeys path={configs} />
      </Fields>
      <Section title={t('scheduling.failure')} help={t('scheduling.failureHelp')}>
        <Fields>
          <Field path={[...configs, 'migration']} />
          <Field path={[...configs, 'toleration_seconds']} />
        </Fields>
      </Section>
      <Section title={say(affinityGroup.label)} help={t('scheduling.affinityHelp')}>
        <GroupIssues path={affinity} />
        <Fields>
          <Rules list="node_affinity" />
          <Rules list="pod_affinity" />
        </Fields>
        <UnknownKeys path={affinity} />
      </Section>
    </StepFrame>
  );
}

function Rules({ list }: { list: 'node_affinity' | 'pod_affinity' }) {
  const { t } = useTranslation();
  const say = useSay();
  const spec = affinityGroup.fields[list];
  return (
    <RowList
      path={[...affinity, list]}
      label={spec.label}
      help={say(spec.help)}
      item={spec.item}
      make={() => ({ operator: 'In' })}
      layout="card"
      rowHeight={220}
      empty={t('scheduling.noRules')}
    >
      {(path) => <Rule path={path} />}
    </RowList>
  );
}

function Rule({ path }: { path: Path }) {
  const takesValues = useDocument((document) => {
    const operator = getIn(document, [...path, 'operator']);
    const needsNone = operator === 'Exists' || operator === 'DoesNotExist';
    return !needsNone || getIn(document, [...path, 'values']) !== undefined;
  });
  return (
    <Fields columns={2}>
      <Field path={[...path, 'key']} wire />
      <Field path={[...path, 'operator']} />
      {takesValues && <Field path={[...path, 'values']} />}
    </Fields>
  );
}
