import Button from '@mui/material/Button';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FilterChips } from '../state/FilterChips.tsx';
import { nodesWords as words } from '../words/nodes-words.ts';
import {
  countFilters,
  matchesFilter,
  nodeFilters,
  placeNodes,
  searchNodes,
  type NodeFilterName,
} from './node-filter.ts';
import { RolloutNodeTable } from './RolloutNodeTable.tsx';
import { useNodeWords } from './use-node-words.ts';
import styles from './nodes.module.css';

interface RolloutNodesCardProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  /** The address of each node, by ID. */
  ips: ReadonlyMap<string, string>;
  /** The text that is searched for. */
  text: string;
  onText: (text: string) => void;
  filter: NodeFilterName;
  onFilter: (filter: NodeFilterName) => void;
  /** Buttons of the card. */
  actions?: ReactNode;
  /** Undefined if nodes cannot be skipped. */
  onSkip: ((node: RolloutNode) => void) | undefined;
  /** True if the page is connected where the deployments are. */
  canOpen: boolean;
}

/** Every node with its own state and reason; searched and filtered. */
export function RolloutNodesCard(props: RolloutNodesCardProps) {
  const { rollout, nodes, ips, text, onText, filter, onFilter, actions, onSkip, canOpen } = props;
  const translate = useTranslate();
  const wordsOf = useNodeWords();
  const deferred = useDeferredValue(text);
  const placed = useMemo(() => placeNodes(nodes, rollout.waves), [nodes, rollout.waves]);
  const found = useMemo(() => searchNodes(placed, deferred, wordsOf), [placed, deferred, wordsOf]);
  const shown = useMemo(
    () => (filter === 'all' ? found : found.filter(({ node }) => matchesFilter(node, filter))),
    [found, filter],
  );
  const counts = useMemo(() => countFilters(found), [found]);
  const isOfDeployments = nodes[0]?.nodeId === '';
  return (
    <Card
      flush
      title={translate(isOfDeployments ? words.deployments : words.nodes)}
      note={String(nodes.length)}
      actions={actions}
    >
      <div role="search" className={styles.tools}>
        <TextInput
          type="search"
          aria-label={translate(words.search)}
          placeholder={translate(words.searchHint)}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <FilterChips
          label={translate(words.show)}
          value={filter}
          chips={nodeFilters.map((name) => ({
            value: name,
            label: translate(words.filters[name]),
            count: counts[name],
          }))}
          onChange={onFilter}
        />
      </div>
      {shown.length > 0 ? (
        <RolloutNodeTable
          rollout={rollout}
          placed={shown}
          ips={ips}
          wordsOf={wordsOf}
          onSkip={onSkip}
          canOpen={canOpen}
        />
      ) : (
        <div ref={keepRowFocus} className={styles.none}>
          <p role="status">{translate(words.none)}</p>
          {(filter !== 'all' || text !== '') && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => {
                onText('');
                onFilter('all');
              }}
            >
              <span>{translate(words.clear)}</span>
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
