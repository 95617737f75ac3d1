import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import type { GroupRecord, NodeRecord } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import type { Path } from '#src/json/path.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { usageByNode, usageOfBody, type Amounts } from '#src/domain/preflight/deployment-use.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { NodeCells } from './NodeCells.tsx';
import { Picker, type PickerList } from './Picker.tsx';
import type { Filter } from './PickerTools.tsx';
import { pickerWords as words } from './picker-words.ts';
import styles from './picker.module.css';

type ListProps<R> = Pick<PickerList<R>, 'query' | 'lack'> & { path: Path };

/** Lists the project's nodes below the input, which also accepts any ID. */
export function NodePicker(props: ListProps<NodeRecord>) {
  const translate = useTranslate();
  const session = useSession();
  // The connection reads this list anyway.
  const deployments = useQuery({
    ...deploymentNamesQuery(session),
    enabled: props.lack === undefined,
  });
  const requested = useMemo(
    () => deployments.data && usageByNode(deployments.data),
    [deployments.data],
  );
  const added = useDocument((document) => usageOfBody(document).amounts, isSameAmounts);
  const now = useNow(10_000);
  return (
    <Picker
      {...props}
      label={translate(words.nodesList)}
      none={translate(words.noNodes)}
      searchHint={words.nodeSearch}
      filters={nodeFilters(props.query.data?.records ?? [], {
        running: translate(words.running),
        devices: translate(words.devices),
      })}
      head={
        <div aria-hidden className={styles.head}>
          <span>{translate(words.columns.name)}</span>
          <span>{translate(words.columns.state)}</span>
          <span>{translate(words.columns.cpu)}</span>
          <span>{translate(words.columns.memory)}</span>
          <span title={translate(words.updatedHelp)}>{translate(words.columns.updated)}</span>
        </div>
      }
      legend={
        <div aria-hidden className={styles.legend}>
          <span className={styles.already}>{translate(words.already)}</span>
          <span className={styles.added}>{translate(words.added)}</span>
        </div>
      }
      textOf={(node) => nodeText(node, translate(nodeStateWords(node.state)))}
    >
      {(node) => (
        <NodeCells
          node={node}
          requested={requested && (requested.get(node.id) ?? nothing)}
          added={added}
          now={now}
        />
      )}
    </Picker>
  );
}

const nothing: Amounts = { cpu: 0, memory: 0 };

function isSameAmounts(one: Amounts, other: Amounts): boolean {
  return one.cpu === other.cpu && one.memory === other.memory;
}

function nodeText(node: NodeRecord, stateWord: string): string {
  const { id, name, state, arch, hasGpu, hasNpu, npuType, hostIps, tags } = node;
  return [
    id,
    name,
    state,
    stateWord,
    arch,
    hasGpu && 'GPU',
    hasNpu && `NPU ${npuType}`,
    ...hostIps,
    ...tags,
  ].join(' ');
}

/** Only those that make a difference in this list. */
function nodeFilters(
  nodes: readonly NodeRecord[],
  labels: { running: string; devices: string },
): readonly Filter<NodeRecord>[] {
  const architectures = [...new Set(nodes.map(({ arch }) => arch))].filter(Boolean).toSorted();
  const all: readonly Filter<NodeRecord>[] = [
    { id: 'running', label: labels.running, test: ({ state }) => state === 'RUNNING' },
    ...architectures.map((name) => ({
      id: `arch ${name}`,
      label: name,
      test: ({ arch }: NodeRecord) => arch === name,
    })),
    { id: 'devices', label: labels.devices, test: ({ hasGpu, hasNpu }) => hasGpu || hasNpu },
  ];
  return all.filter(({ test }) => nodes.some(test) && !nodes.every(test));
}

/** Lists the node groups below the input. */
export function GroupPicker(props: ListProps<GroupRecord>) {
  const translate = useTranslate();
  return (
    <Picker
      {...props}
      label={translate(words.groupsList)}
      none={translate(words.noGroups)}
      searchHint={words.groupSearch}
      textOf={({ id, name, nodeNames }) => [id, name, ...nodeNames].join(' ')}
    >
      {(group) => (
        <span className={styles.main}>
          <span translate="no" className={styles.name}>
            <ForeignName text={group.name} />
          </span>
          <span className={styles.details}>
            <span>{translate(words.groupNodes(group.nodeCount))}</span>
            {group.nodeNames.slice(0, 3).map((name) => (
              <ForeignName key={name} text={name} />
            ))}
            <span className={styles.id}>
              <ForeignName text={group.id} />
            </span>
          </span>
        </span>
      )}
    </Picker>
  );
}
