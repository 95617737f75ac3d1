import { useQuery } from '@tanstack/react-query';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { getIn } from '#src/json/get-in.ts';
import { isJsonList, isJsonObject } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { StringsField } from '#src/ui/lists/StringsField.tsx';
import { TextField } from '#src/ui/controls/TextField.tsx';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useSwitchKey } from '#src/ui/editing/use-switch-key.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { PreflightCard } from '../preflight/PreflightCard.tsx';
import { GroupPicker, NodePicker } from '../target-picker/TargetPicker.tsx';
import styles from './target.module.css';
import { FieldGrid, FullWidth } from '../layout/FieldGrid.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';

const { node_ids, group_id } = deploymentGroup.fields;
/** The API accepts one node, so it is a single field. A body with more nodes is shown as a list. */
const singleNode = textField({
  ...node_ids,
  required: true,
  placeholder: '9ebd8efb-9fdd-44a1-abda-9cdbc287a867',
});

type Kind = 'node' | 'group';

const isTarget = (member: string) => member === 'node_ids' || member === 'group_id';
const isOfDeployment = (member: string) => member !== 'template' && member !== 'annotations';

/** Node or node group, replicas (tables 3 and 4, R01 to R03, R08). */
export function TargetStep() {
  const t = useWords();
  const { readOnly } = useEditor();
  const hasNodes = useDocument((document) => isJsonObject(document) && 'node_ids' in document);
  const hasGroup = useDocument((document) => isJsonObject(document) && 'group_id' in document);
  const switchTarget = useSwitchKey([], deploymentGroup.oneOf);
  const kind: Kind = hasGroup && !hasNodes ? 'group' : 'node';
  const choose = (next: Kind) =>
    next === 'node' ? switchTarget('node_ids', []) : switchTarget('group_id', '');
  return (
    <>
      <ConnectionLine />
      <Card corner={<EditPartButton path={[]} isMember={isTarget} />}>
        <FieldGrid>
          <Segments
            label={t('target.kind')}
            value={kind}
            disabled={readOnly}
            onChange={choose}
            segments={[
              { value: 'node', label: t('target.node') },
              { value: 'group', label: t('target.group') },
            ]}
          />
          {(kind === 'node' || hasNodes) && (
            <FullWidth>
              <NodeTarget />
            </FullWidth>
          )}
          {hasGroup && (
            <FullWidth>
              <GroupTarget />
            </FullWidth>
          )}
        </FieldGrid>
      </Card>
      <PartBoundary
        renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
      >
        <PreflightCard />
      </PartBoundary>
      <Card corner={<EditPartButton path={['deployment']} isMember={isOfDeployment} />}>
        <div className={styles.replicas}>
          <Field path={['deployment', 'replicas']} />
        </div>
        <UnknownKeys path={['deployment']} />
        <UnknownKeys path={['deployment', 'template']} />
      </Card>
    </>
  );
}

function NodeTarget() {
  const session = useSession();
  const lack = useMissingForLists();
  const nodes = useQuery({ ...nodesQuery(session), enabled: lack === undefined });
  const isSingle = useDocument((document) => {
    const list = getIn(document, ['node_ids']);
    return list === undefined || (isJsonList(list) && list.length < 2);
  });
  if (!isSingle) return <StringsField path={['node_ids']} spec={node_ids} />;
  return (
    <div>
      <TextField path={['node_ids', 0]} spec={singleNode} wire />
      <div className={styles.nodeIssues}>
        <GroupIssues path={['node_ids']} />
      </div>
      <NodePicker query={nodes} lack={lack} path={['node_ids', 0]} />
    </div>
  );
}

function GroupTarget() {
  const session = useSession();
  const lack = useMissingForLists();
  const isPlatinum = session.edition === 'platinum';
  const groups = useQuery({ ...groupsQuery(session), enabled: isPlatinum && lack === undefined });
  return (
    <div>
      <TextField path={['group_id']} spec={group_id} wire />
      <GroupPicker query={groups} lack={isPlatinum ? lack : undefined} path={['group_id']} />
    </div>
  );
}
