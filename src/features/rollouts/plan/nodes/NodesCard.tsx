import Button from '@mui/material/Button';
import visuallyHidden from '@mui/utils/visuallyHidden';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, type NodeRecord } from '#src/client/queries/resources.ts';
import { allNodesQuery } from '#src/client/rollouts/all-nodes.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { PressedOnce } from '#src/ui/blocks/PressedOnce.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GroupList, type NodeGroups } from './GroupList.tsx';
import { NodeFilters } from './NodeFilters.tsx';
import { matchNodes, noFilter, runningFirst } from './node-filter.ts';
import { nodeWords as words } from './node-words.ts';
import { PasteNodes } from './PasteNodes.tsx';
import styles from './nodes.module.css';
import tableStyles from '../table/table.module.css';
import { VirtualTable } from '../table/VirtualTable.tsx';
import type { PlanWorker } from '../worker/create-plan-worker.ts';

interface NodesCardProps {
  body: JsonObject | undefined;
  rows: readonly PlannedRow[];
  lack: MissingForLists | undefined;
  worker: PlanWorker;
  onChange: (rows: readonly PlannedRow[]) => void;
}

const noNodes: readonly NodeRecord[] = [];

/** Enough to see several waves. */
const MANY_NODES = 20;

/** All nodes of the project, to choose from. */
export function NodesCard({ body, rows, lack, worker, onChange }: NodesCardProps) {
  const translate = useTranslate();
  const t = useWords();
  const session = useSession();
  const query = useQuery({ ...allNodesQuery(session), enabled: lack === undefined });
  const nodes = query.data?.records ?? noNodes;
  const groups = useGroups(lack);
  const [isPasting, setPasting] = useState(false);
  return (
    <Card
      title={translate(words.nodes)}
      help={translate(words.help)}
      flush
      actions={
        <Button size="small" variant="text" onClick={() => setPasting(true)}>
          {translate(words.paste)}
        </Button>
      }
    >
      {isPasting && (
        <PasteNodes
          worker={worker}
          nodes={nodes}
          body={body}
          onAdd={(added) => {
            onChange(mergeRows(rows, added));
            setPasting(false);
          }}
          onClose={() => setPasting(false)}
        />
      )}
      {query.error !== null && (
        <div role="status" ref={keepRowFocus} className={tableStyles.note}>
          {translate(words.failed(reasonOf(query.error, t('connection.noAnswer'))))}{' '}
          <Button size="small" variant="text" onClick={() => void query.refetch()}>
            {translate(words.retry)}
          </Button>
        </div>
      )}
      {query.data === undefined && query.error === null && lack === undefined && (
        <div role="status" className={tableStyles.note}>
          {translate(words.loading)}
        </div>
      )}
      {query.data?.isComplete === false && (
        <div className={tableStyles.note}>{translate(words.cut(nodes.length))}</div>
      )}
      {nodes.length > 0 && (
        <NodeChooser nodes={nodes} groups={groups} rows={rows} onChange={onChange} />
      )}
      <MockNote count={nodes.length} />
    </Card>
  );
}

/** Says how the embedded mock gets more nodes, if it has few. */
function MockNote({ count }: { count: number }) {
  const translate = useTranslate();
  const isMock = knownTarget(useConnection().targetState)?.kind === 'mock';
  if (!isMock || count === 0 || count >= MANY_NODES) return null;
  return <p className={styles.note}>{translate(words.mock(count))}</p>;
}

interface NodeChooserProps {
  nodes: readonly NodeRecord[];
  groups: NodeGroups;
  rows: readonly PlannedRow[];
  onChange: (rows: readonly PlannedRow[]) => void;
}

function NodeChooser({ nodes, groups, rows, onChange }: NodeChooserProps) {
  const [filter, setFilter] = useState(noFilter);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(
    () => matchNodes(nodes, deferred, groups.get(deferred.group)),
    [nodes, deferred, groups],
  );
  const groupNames = useMemo(() => [...groups.keys()], [groups]);
  const chosen = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const choose = (node: NodeRecord) =>
    onChange(
      chosen.has(node.id) ? rows.filter(({ id }) => id !== node.id) : [...rows, toRow(node)],
    );
  const chooseAll = (all: readonly NodeRecord[]) =>
    onChange([...rows, ...runningFirst(all.filter(({ id }) => !chosen.has(id))).map(toRow)]);
  return (
    <>
      {groups.size > 0 && (
        <GroupList nodes={nodes} groups={groups} chosen={chosen} onChoose={chooseAll} />
      )}
      <NodeFilters nodes={nodes} groups={groupNames} filter={filter} onChange={setFilter} />
      <ChooseBar
        chosen={rows.length}
        shown={shown.length}
        isAllChosen={shown.every(({ id }) => chosen.has(id))}
        onAll={() => chooseAll(shown)}
        onNone={() => onChange([])}
      />
      <NodeTable nodes={shown} chosen={chosen} onChoose={choose} />
    </>
  );
}

interface ChooseBarProps {
  chosen: number;
  shown: number;
  isAllChosen: boolean;
  onAll: () => void;
  onNone: () => void;
}

/** How many are chosen, and buttons for all that match, not only those in view. */
function ChooseBar({ chosen, shown, isAllChosen, onAll, onNone }: ChooseBarProps) {
  const translate = useTranslate();
  return (
    <div className={tableStyles.bar}>
      <span role="status">{translate(words.selected(chosen, shown))}</span>
      <PressedOnce variant="outlined" isDone={shown === 0 || isAllChosen} onPress={onAll}>
        {translate(words.selectAll(shown))}
      </PressedOnce>
      <PressedOnce variant="text" isDone={chosen === 0} onPress={onNone}>
        {translate(words.clear)}
      </PressedOnce>
    </div>
  );
}

const noGroups: NodeGroups = new Map();

/** The names of the nodes of each node group; only the platinum edition has them. */
function useGroups(lack: MissingForLists | undefined): NodeGroups {
  const session = useSession();
  const enabled = lack === undefined && session.edition === 'platinum';
  const { data } = useQuery({ ...groupsQuery(session), enabled });
  return useMemo(
    () =>
      enabled && data
        ? new Map(data.records.map(({ name, nodeNames }) => [name, new Set(nodeNames)]))
        : noGroups,
    [data, enabled],
  );
}

/** A pasted row replaces the chosen one of its node. */
function mergeRows(
  rows: readonly PlannedRow[],
  added: readonly PlannedRow[],
): readonly PlannedRow[] {
  const byId = new Map(added.map((row) => [row.id, row]));
  const chosen = new Set(rows.map(({ id }) => id));
  return [
    ...rows.map((row) => byId.get(row.id) ?? row),
    ...added.filter(({ id }) => !chosen.has(id)),
  ];
}

const byId = ({ id }: NodeRecord) => id;

interface NodeTableProps {
  nodes: readonly NodeRecord[];
  chosen: ReadonlySet<string>;
  onChoose: (node: NodeRecord) => void;
}

function NodeTable({ nodes, chosen, onChoose }: NodeTableProps) {
  const translate = useTranslate();
  if (nodes.length === 0)
    return (
      <p role="status" className={tableStyles.note}>
        {translate(words.none)}
      </p>
    );
  return (
    <VirtualTable
      label={translate(words.nodes)}
      rows={nodes}
      rowKey={byId}
      columns={styles.nodeColumns}
      heads={[
        <span key="choose" style={visuallyHidden}>
          {translate(words.choose)}
        </span>,
        translate(words.name),
        translate(words.state),
        translate(words.arch),
        translate(words.tag),
      ]}
      isMarked={({ id }) => chosen.has(id)}
      cells={(node) => [
        <input
          key="choose"
          type="checkbox"
          className={styles.check}
          aria-label={translate(words.select(node.name))}
          checked={chosen.has(node.id)}
          onChange={() => onChoose(node)}
        />,
        <NodeName key="name" node={node} />,
        translate(nodeStateWords(node.state)),
        <ForeignName key="arch" text={node.arch} />,
        <ForeignName key="tags" text={node.tags.join(' ')} />,
      ]}
    />
  );
}

function NodeName({ node }: { node: NodeRecord }) {
  return (
    <span translate="no">
      <span className={tableStyles.strong}>
        <ForeignName text={node.name} />
      </span>
      <span className={tableStyles.small}>
        <ForeignName text={node.hostIps[0] ?? node.id} />
      </span>
    </span>
  );
}

function toRow({ id, name }: NodeRecord): PlannedRow {
  return { id, name };
}
