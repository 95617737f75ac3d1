import Button from '@mui/material/Button';
import visuallyHidden from '@mui/utils/visuallyHidden';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { NodeRecord } from '#src/client/queries/resources.ts';
import { allNodesQuery } from '#src/client/rollouts/all-nodes.ts';
import { useSession } from '#src/client/session/session.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { NodeFilters } from './NodeFilters.tsx';
import { matchNodes, noFilter } from './node-filter.ts';
import { nodeWords as words } from './node-words.ts';
import styles from './plan.module.css';
import { VirtualTable } from './VirtualTable.tsx';

interface NodesCardProps {
  rows: readonly PlannedRow[];
  lack: MissingForLists | undefined;
  onChange: (rows: readonly PlannedRow[]) => void;
}

const noNodes: readonly NodeRecord[] = [];

/** All nodes of the project, to choose from. */
export function NodesCard({ rows, lack, onChange }: NodesCardProps) {
  const translate = useTranslate();
  const t = useWords();
  const session = useSession();
  const query = useQuery({ ...allNodesQuery(session), enabled: lack === undefined });
  const nodes = query.data?.records ?? noNodes;
  const [filter, setFilter] = useState(noFilter);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => matchNodes(nodes, deferred), [nodes, deferred]);
  const chosen = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const isAllChosen = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const choose = (node: NodeRecord) =>
    onChange(
      chosen.has(node.id) ? rows.filter(({ id }) => id !== node.id) : [...rows, toRow(node)],
    );
  const chooseAll = () =>
    onChange([...rows, ...shown.filter(({ id }) => !chosen.has(id)).map(toRow)]);
  return (
    <Card title={translate(words.nodes)} help={translate(words.help)} flush>
      {query.error !== null && (
        <div role="status" className={styles.note}>
          {translate(words.failed(reasonOf(query.error, t('connection.noAnswer'))))}{' '}
          <Button size="small" variant="text" onClick={() => void query.refetch()}>
            {translate(words.retry)}
          </Button>
        </div>
      )}
      {query.data === undefined && query.error === null && lack === undefined && (
        <div role="status" className={styles.note}>
          {translate(words.loading)}
        </div>
      )}
      {nodes.length > 0 && (
        <>
          <NodeFilters nodes={nodes} filter={filter} onChange={setFilter} />
          <div className={styles.bar}>
            <span role="status">{translate(words.selected(rows.length, shown.length))}</span>
            <Button
              size="small"
              variant="outlined"
              disabled={shown.length === 0 || isAllChosen}
              onClick={chooseAll}
            >
              {translate(words.selectAll(shown.length))}
            </Button>
            {rows.length > 0 && (
              <Button size="small" variant="text" onClick={() => onChange([])}>
                {translate(words.clear)}
              </Button>
            )}
          </div>
          {query.data?.isComplete === false && (
            <div className={styles.note}>{translate(words.cut(nodes.length))}</div>
          )}
          <NodeTable nodes={shown} chosen={chosen} onChoose={choose} />
        </>
      )}
    </Card>
  );
}

interface NodeTableProps {
  nodes: readonly NodeRecord[];
  chosen: ReadonlySet<string>;
  onChoose: (node: NodeRecord) => void;
}

function NodeTable({ nodes, chosen, onChoose }: NodeTableProps) {
  const translate = useTranslate();
  if (nodes.length === 0)
    return (
      <p role="status" className={styles.note}>
        {translate(words.none)}
      </p>
    );
  return (
    <VirtualTable
      label={translate(words.nodes)}
      rows={nodes}
      rowKey={({ id }) => id}
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
      <span className={styles.strong}>
        <ForeignName text={node.name} />
      </span>
      <span className={styles.small}>
        <ForeignName text={node.hostIps[0] ?? node.id} />
      </span>
    </span>
  );
}

function toRow({ id, name }: NodeRecord): PlannedRow {
  return { id, name };
}
