import { useQuery } from '@tanstack/react-query';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery, type NodeRecord } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { FactList, FactRow } from './FactList.tsx';
import { memberFacts } from './model/facts.ts';
import { ReviewCard } from './ReviewCard.tsx';
import styles from './review.module.css';
import { useReview } from './review-context.ts';
import { useStepCounts } from './use-step-counts.ts';
import { ValueText } from './ValueText.tsx';

const { node_ids, group_id } = deploymentGroup.fields;

/** The node or node group by name, and the number of replicas. */
export function TargetReview({ document }: { document: Json }) {
  const { facts, formatter, goTo } = useReview();
  const t = useWords();
  const translate = useTranslate();
  const counts = useStepCounts('target');
  const body = isJsonObject(document) ? document : {};
  const nodes = isJsonList(body.node_ids) ? body.node_ids : undefined;
  const isGroup = body.group_id !== undefined;
  return (
    <ReviewCard
      title={t('step.target.title')}
      counts={counts}
      editLabel={t('review.editStep', { step: t('step.target.title') })}
      onEdit={() => goTo(isGroup && nodes === undefined ? ['group_id'] : ['node_ids', 0])}
    >
      <FactList
        facts={[
          ...(nodes === undefined ? memberFacts(facts, [], ['node_ids']) : []),
          ...(typeof body.group_id === 'string' ? [] : memberFacts(facts, [], ['group_id'])),
          ...memberFacts(facts, ['deployment'], ['replicas']),
        ]}
        isLast
      >
        {nodes !== undefined && (
          <FactRow label={translate(node_ids.label)}>
            {nodes.length === 0 && <ValueText formatted={formatter.value('', group_id)} />}
            {nodes.map((id, index) => (
              <Node key={index} id={id} />
            ))}
          </FactRow>
        )}
        {typeof body.group_id === 'string' && (
          <FactRow label={translate(group_id.label)}>
            <Group id={body.group_id} />
          </FactRow>
        )}
      </FactList>
    </ReviewCard>
  );
}

function Node({ id }: { id: Json }) {
  const { formatter } = useReview();
  const session = useSession();
  const lack = useMissingForLists();
  const nodes = useQuery({ ...nodesQuery(session), enabled: lack === undefined });
  const node = nodes.data?.records.find((record) => record.id === id);
  return (
    <div className={styles.target}>
      {node && (
        <div className={styles.targetName}>
          <strong>
            <ForeignName text={node.name} />
          </strong>
          <NodeState state={node.state} />
          {node.hostIps[0] && <ForeignName text={node.hostIps[0]} />}
        </div>
      )}
      <ValueText
        formatted={
          typeof id === 'string' && id !== ''
            ? { text: id, tone: 'wire' }
            : formatter.value(id, node_ids)
        }
      />
    </div>
  );
}

function NodeState({ state }: Pick<NodeRecord, 'state'>) {
  const translate = useTranslate();
  return (
    <span className={state === 'RUNNING' ? styles.up : styles.down}>
      <ForeignName text={translate(nodeStateWords(state))} />
    </span>
  );
}

function Group({ id }: { id: string }) {
  const { formatter } = useReview();
  const t = useWords();
  const session = useSession();
  const lack = useMissingForLists();
  const isEnabled = session.edition === 'platinum' && lack === undefined;
  const groups = useQuery({ ...groupsQuery(session), enabled: isEnabled });
  const group = groups.data?.records.find((record) => record.id === id);
  return (
    <div className={styles.target}>
      {group && (
        <div className={styles.targetName}>
          <strong>
            <ForeignName text={group.name} />
          </strong>
          <span>{t('target.nodeCount', { count: group.nodeCount })}</span>
        </div>
      )}
      <ValueText formatted={formatter.value(id, group_id)} />
    </div>
  );
}
