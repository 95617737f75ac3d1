import Button from '@mui/material/Button';
import { Link } from 'wouter';
import type { RolloutNode } from '#src/client/rollouts/shown-rollout.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodesWords as words } from '../words/nodes-words.ts';
import { explainNode } from './node-reason.ts';
import styles from './nodes.module.css';

interface NodeDetailProps {
  node: RolloutNode;
  /** Why it is where it is; the row may show only a part of it. */
  why: string;
  onSkip: (() => void) | undefined;
  canOpen: boolean;
}

/** A row shows a reason of this length as a whole. */
const SHORT = 40;

/** Everything known about a node, and what a person can do about it. */
export function NodeDetail({ node, why, onSkip, canOpen }: NodeDetailProps) {
  const translate = useTranslate();
  const { nodeId, nodeName, name, deploymentId, error, state } = node;
  const toDo = explainNode(node)?.toDo;
  return (
    <div className={styles.details}>
      {why.length > SHORT && (
        <p>
          <ForeignText key={why} text={why} />
        </p>
      )}
      {toDo && (
        <p>
          <b>{translate(words.toDo)}</b> {translate(toDo)}
        </p>
      )}
      <DefinitionList
        isSmall
        items={[
          [translate(words.columns.node), nodeName],
          [translate(words.nodeId), nodeId],
          [translate(words.columns.deployment), name],
          [translate(words.deploymentId), deploymentId],
          [translate(words.code), error?.code],
        ]}
      />
      {error && error.message !== '' && (
        <p>
          <span className={styles.quiet}>{translate(words.message)}</span>{' '}
          <ForeignText key={error.message} text={error.message} />
        </p>
      )}
      <div className={styles.buttons}>
        {deploymentId !== undefined && canOpen && (
          <Button
            component={Link}
            href={`/deployments/${encodeURIComponent(deploymentId)}`}
            size="small"
            variant="outlined"
          >
            <span>{translate(words.open)}</span>
          </Button>
        )}
        {state === 'waiting' && onSkip && (
          <Button size="small" variant="outlined" onClick={onSkip}>
            <span>{translate(words.skip)}</span>
          </Button>
        )}
      </div>
      {deploymentId !== undefined && !canOpen && (
        <p className={styles.quiet}>{translate(words.elsewhere)}</p>
      )}
    </div>
  );
}
