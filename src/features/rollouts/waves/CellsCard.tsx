import { memo, useMemo, useState, type PointerEvent } from 'react';
import {
  rolloutNodeStates,
  type NodeState,
  type RolloutNode,
  type ShownRollout,
} from '#src/client/rollouts/shown-rollout.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { StateDot } from '../state/CountsBar.tsx';
import { nodeStateWord } from '../state/rollout-state.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import { wavesWords as words } from '../words/waves-words.ts';
import { cellAt, layOutCells, type CellLayout } from './cell-layout.ts';
import { useWidth } from './use-width.ts';
import styles from './waves.module.css';

interface CellsCardProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  /** Says in one sentence why a node is where it is. */
  wordsOf: (node: RolloutNode) => string;
  /** Shows a node in the table, where keyboards and screen readers find it too. */
  onPick: (node: RolloutNode) => void;
}

const USUAL_WIDTH = 1072;

/** A cell per node, colored by its state. */
export const CellsCard = memo(function CellsCard(props: CellsCardProps) {
  const { rollout, nodes, wordsOf, onPick } = props;
  const translate = useTranslate();
  const { waves, action, counts, total } = rollout;
  const { box, width } = useWidth<SVGSVGElement>(USUAL_WIDTH);
  const layout = useMemo(() => layOutCells(waves, width), [waves, width]);
  const drawing = useMemo(
    () => <Cells states={nodes.map(({ state }) => state)} layout={layout} />,
    [nodes, layout],
  );
  const [pointed, setPointed] = useState<number>();
  const nodeOf = (event: PointerEvent<SVGSVGElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return cellAt(layout, event.clientX - left, event.clientY - top);
  };
  const present = rolloutNodeStates.filter((state) => counts[state] > 0);
  const parts = present
    .map((state) =>
      translate(rolloutWords.count(counts[state], translate(nodeStateWord(state, action)))),
    )
    .join(translate({ en: ', ', zh: '，' }));
  const node = pointed === undefined ? undefined : nodes[pointed];
  return (
    <Card flush title={translate(words.cells)} note={translate(words.cellsHelp)}>
      <div className={styles.cellsBox}>
        <svg
          ref={box}
          viewBox={`0 0 ${width} ${layout.height}`}
          height={layout.height}
          role="img"
          aria-label={translate(words.cellsSummary(total, parts))}
          className={styles.cells}
          onPointerMove={(event) => setPointed(nodeOf(event))}
          onPointerLeave={() => setPointed(undefined)}
          onPointerUp={(event) => {
            const index = nodeOf(event);
            if (index !== undefined && nodes[index]) onPick(nodes[index]);
          }}
        >
          {layout.labels.map(({ wave, x }) => (
            <text key={wave} x={x} y={12} className={styles.text}>
              {translate(words.wave(wave))}
            </text>
          ))}
          {drawing}
        </svg>
        <p className={styles.caption}>
          {node
            ? [
                foreignShort(node.nodeName || node.nodeId || node.name || node.id),
                translate(nodeStateWord(node.state, action)),
                foreignShort(wordsOf(node)),
              ]
                .filter(Boolean)
                .join(' · ')
            : translate(words.cellHint)}
        </p>
        <ul className={styles.legend}>
          {present.map((state) => (
            <li key={state}>
              <StateDot state={state} />
              <span>{translate(nodeStateWord(state, action))}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
});

/** So many cells are drawn together; only those in which a state changed are drawn again. */
const BLOCK = 250;

function Cells({ states, layout }: { states: readonly NodeState[]; layout: CellLayout }) {
  const starts = Array.from(
    { length: Math.ceil(states.length / BLOCK) },
    (_, index) => index * BLOCK,
  );
  return starts.map((start) => (
    <CellBlock
      key={start}
      start={start}
      states={states.slice(start, start + BLOCK).join(' ')}
      layout={layout}
    />
  ));
}

interface CellBlockProps {
  /** The index of its first node. */
  start: number;
  /** As one text, which is quickly compared. */
  states: string;
  layout: CellLayout;
}

const CellBlock = memo(function CellBlock({ start, states, layout }: CellBlockProps) {
  const outlines = outlineStates(states.split(' ') as NodeState[], start, layout);
  return outlines.map(([state, outline]) => (
    <path key={state} d={outline} className={styles[state]} />
  ));
});

/** One outline per state, so that thousands of cells are a few elements. */
function outlineStates(
  states: readonly NodeState[],
  start: number,
  { cells, size }: CellLayout,
): readonly (readonly [NodeState, string])[] {
  const parts = new Map<NodeState, string[]>();
  states.forEach((state, index) => {
    const cell = cells[start + index];
    if (cell === undefined) return;
    const list = parts.get(state) ?? [];
    parts.set(state, list);
    // The stroke rounds the corners.
    const side = size - 2;
    list.push(`M${cell.x + 1.5} ${cell.y + 1.5}h${side}v${side}h${-side}z`);
  });
  return [...parts].map(([state, list]) => [state, list.join('')] as const);
}
