import clsx from 'clsx';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useRef } from 'react';
import type { RolloutNode, ShownAction } from '#src/client/rollouts/shown-rollout.ts';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodeStateWord, nodeTones } from '../state/rollout-state.ts';
import { nodesWords as words } from '../words/nodes-words.ts';
import type { PlacedNode } from './node-filter.ts';
import { NodeDetail } from './NodeDetail.tsx';
import { useShortTime } from './use-node-words.ts';
import styles from './nodes.module.css';

interface NodeRowProps {
  action: ShownAction;
  /** The address of the node, if it is known. */
  ip: string | undefined;
  placed: PlacedNode;
  rowIndex: number;
  wordsOf: (node: RolloutNode) => string;
  isOpen: boolean;
  onOpen: (id: string | undefined) => void;
  onSkip: ((node: RolloutNode) => void) | undefined;
  canOpen: boolean;
}

/** A node; its name opens its details below it. */
export const NodeRow = memo(
  function NodeRow(props: NodeRowProps) {
    const { action, ip, placed, rowIndex, wordsOf, isOpen, onOpen, onSkip, canOpen } = props;
    const translate = useTranslate();
    const formatTime = useShortTime();
    const detailId = useId();
    const nameButton = useRef<HTMLButtonElement>(null);
    const { node, wave } = placed;
    const why = wordsOf(node);
    const { id, state, name, nodeName, sinceMs, tries } = node;
    const isDeployment = node.nodeId === '';
    const shownName = isDeployment ? name || id : nodeName || id;
    const Chevron = isOpen ? ChevronDown : ChevronRight;
    return (
      <>
        <tr aria-rowindex={rowIndex}>
          <th scope="row">
            <button
              ref={nameButton}
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailId : undefined}
              className={styles.name}
              onClick={() => onOpen(isOpen ? undefined : id)}
            >
              <Chevron size={14} aria-hidden />
              <span translate="no" title={shownName} className={styles.line}>
                <ForeignName text={shownName} />
              </span>
            </button>
            {!isDeployment && (
              <span translate="no" title={name} className={clsx(styles.small, styles.line)}>
                {ip !== undefined && (
                  <>
                    <ForeignName text={ip} /> ·{' '}
                  </>
                )}
                <ForeignName text={name} />
              </span>
            )}
          </th>
          <td data-label={translate(words.columns.wave)} className={styles.wave}>
            {wave}
          </td>
          <td>
            <StateWord tone={nodeTones[state]}>{translate(nodeStateWord(state, action))}</StateWord>
          </td>
          <td data-label={translate(words.columns.detail)} className={styles.detail}>
            <span className={styles.twoLines}>
              <ForeignName text={why || '–'} />
            </span>
          </td>
          <td data-label={translate(words.columns.tries)} className={styles.tries}>
            {tries}
          </td>
          <td data-label={translate(words.columns.since)} className={styles.since}>
            {sinceMs === undefined ? '–' : formatTime(sinceMs)}
          </td>
        </tr>
        {isOpen && (
          <tr className={styles.opened}>
            <td id={detailId} colSpan={6}>
              <NodeDetail
                node={node}
                why={why}
                onSkip={
                  onSkip &&
                  (() => {
                    onSkip(node);
                    // The pressed button disappears once the node is skipped.
                    nameButton.current?.focus();
                  })
                }
                canOpen={canOpen}
              />
            </td>
          </tr>
        )}
      </>
    );
  },
  (before, after) =>
    before.placed.node === after.placed.node &&
    before.placed.wave === after.placed.wave &&
    before.ip === after.ip &&
    before.rowIndex === after.rowIndex &&
    before.wordsOf === after.wordsOf &&
    before.isOpen === after.isOpen &&
    before.onSkip === after.onSkip &&
    before.canOpen === after.canOpen,
);
