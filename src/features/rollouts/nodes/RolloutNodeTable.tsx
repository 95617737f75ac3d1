import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import useMediaQuery from '@mui/material/useMediaQuery';
import clsx from 'clsx';
import { useCallback, useRef, useState, type FocusEvent } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodesWords as words } from '../words/nodes-words.ts';
import type { PlacedNode } from './node-filter.ts';
import { NodeRow } from './NodeRow.tsx';
import styles from './nodes.module.css';

interface NodeTableProps {
  rollout: ShownRollout;
  placed: readonly PlacedNode[];
  ips: ReadonlyMap<string, string>;
  wordsOf: (node: RolloutNode) => string;
  onSkip: ((node: RolloutNode) => void) | undefined;
  canOpen: boolean;
}

/** As in the style sheet. Only open rows, and those of narrow screens, are measured: measuring all costs more than rendering them. */
const ROW_HEIGHT = 57;
/** The box is never too small for fewer. */
const ROWS_IN_VIEW = 8;
/** Rows to render before the box was measured. */
const FIRST_HEIGHT = 720;

/**
 * The nodes as a table of which only the rows in view are rendered, so that thousands cost as much as ten. The row with
 * the focus stays rendered.
 */
export function RolloutNodeTable(props: NodeTableProps) {
  const { rollout, placed, ips, wordsOf, onSkip, canOpen } = props;
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef<string>(undefined);
  const [openId, setOpenId] = useState<string>();
  const isNarrow = useMediaQuery('(max-width: 699.9px)', { noSsr: true });
  const isOfDeployments = placed[0]?.node.nodeId === '';
  const rememberFocus = (event: FocusEvent) => {
    const index = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
    focused.current = index === undefined ? undefined : placed[Number(index)]?.node.id;
  };
  const rowsToRender = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const position = placed.findIndex(({ node }) => node.id === focused.current);
      if (position < 0 || inView.includes(position)) return inView;
      return position < range.startIndex ? [position, ...inView] : [...inView, position];
    },
    [placed],
  );
  const virtualizer = useVirtualizer({
    count: placed.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => placed[index]!.node.id,
    overscan: 4,
    rangeExtractor: rowsToRender,
    // Otherwise each step of a scroll renders at once, before the next frame.
    useFlushSync: false,
    initialRect: { width: 0, height: FIRST_HEIGHT },
  });
  const items = virtualizer.getVirtualItems();
  let end = 0;
  return (
    <div
      ref={box}
      className={clsx(styles.window, placed.length > ROWS_IN_VIEW && styles.scrolls)}
      onFocus={rememberFocus}
    >
      <table
        aria-label={translate(isOfDeployments ? words.deployments : words.nodes)}
        aria-rowcount={placed.length + 1}
        className={styles.table}
      >
        <TableHead isOfDeployments={isOfDeployments} />
        {items.map((item) => {
          const gap = item.start - end;
          end = item.end;
          return [
            gap > 0 && <Gap key={`gap ${item.key}`} height={gap} />,
            <tbody
              key={item.key}
              ref={isNarrow || openId === item.key ? virtualizer.measureElement : undefined}
              data-index={item.index}
            >
              <NodeRow
                action={rollout.action}
                placed={placed[item.index]!}
                ip={ips.get(placed[item.index]!.node.nodeId)}
                rowIndex={item.index + 2}
                wordsOf={wordsOf}
                isOpen={openId === item.key}
                onOpen={setOpenId}
                onSkip={onSkip}
                canOpen={canOpen}
              />
            </tbody>,
          ];
        })}
        <Gap height={virtualizer.getTotalSize() - end} />
      </table>
    </div>
  );
}

function TableHead({ isOfDeployments }: { isOfDeployments: boolean }) {
  const translate = useTranslate();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {(['node', 'wave', 'state', 'detail', 'tries', 'since'] as const).map((column) => (
          <th key={column} scope="col" className={styles[column]}>
            {translate(words.columns[column === 'node' && isOfDeployments ? 'deployment' : column])}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The space of rows that are not rendered. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden className={styles.gap}>
      <tr style={{ height }}>
        <td colSpan={6} />
      </tr>
    </tbody>
  );
}
