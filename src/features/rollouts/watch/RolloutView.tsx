import Button from '@mui/material/Button';
import { RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isClientError } from '#src/client/http/errors.ts';
import type { FeedState } from '#src/client/rollouts/feed-state.ts';
import type { RolloutFeed } from '#src/client/rollouts/rollout-feed.ts';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { tokenFor } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { ActionBar } from '../actions/ActionBar.tsx';
import { useRolloutActions, type RolloutActions } from '../actions/use-rollout-actions.ts';
import { RolloutBadge } from '../state/RolloutBadge.tsx';
import { PageHeading } from '../state/RolloutScreens.tsx';
import { isUnfinished, rolloutTitle } from '../state/rollout-tone.ts';
import stateStyles from '../state/state.module.css';
import { rolloutActionWords } from '../words/action-words.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import { watchWords as words } from '../words/watch-words.ts';
import { LinkedRollouts } from './LinkedRollouts.tsx';
import { LinkNote } from './LinkNote.tsx';
import type { NodeFilterName } from '../nodes/node-filter.ts';
import { RolloutNodesCard } from '../nodes/RolloutNodesCard.tsx';
import { CellsCard } from '../waves/CellsCard.tsx';
import { WavesCard } from '../waves/WavesCard.tsx';
import { useNodeWords } from '../nodes/use-node-words.ts';
import { ReportButtons } from '../nodes/ReportButtons.tsx';
import { StateNote } from './StateNote.tsx';
import { StatsCard } from './StatsCard.tsx';
import styles from './watch.module.css';

interface RolloutViewProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  state: FeedState;
  feed: RolloutFeed;
}

/** A rollout: its state, waves and nodes, and what a person can do with it. */
export function RolloutView({ rollout, nodes, state, feed }: RolloutViewProps) {
  const translate = useTranslate();
  const { targetId, projectId } = useSession();
  const actions = useRolloutActions(feed, rollout);
  useTokenPrompt(rollout.state === 'needs-token', actions);
  const [filter, setFilter] = useState<NodeFilterName>('all');
  const [text, setText] = useState('');
  const wordsOf = useNodeWords();
  const nodesCard = useRef<HTMLDivElement>(null);
  const { skip, isBusy, error } = actions;
  const skipNode = useCallback((node: RolloutNode) => skip(node.id), [skip]);
  const isOpen = isUnfinished(rollout) && rollout.state !== 'aborted';
  const show = (name: NodeFilterName, found: string) => {
    setFilter(name);
    setText(found);
    nodesCard.current?.scrollIntoView({ block: 'start' });
  };
  const canRetry = rollout.counts.failed > 0 && rollout.state !== 'running' && !rollout.isErased;
  return (
    <div className={stateStyles.colors}>
      <Head rollout={rollout} firstName={nodes[0]?.name ?? ''} actions={actions} />
      <LinkNote state={state} retry={feed.retry} />
      {error && <ActionError error={error} onDismiss={actions.dismiss} />}
      <StateNote rollout={rollout} nodes={nodes} onShowFailed={() => show('attention', '')} />
      <StatsCard rollout={rollout} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <WavesCard rollout={rollout} nodes={nodes} />
          <div className={styles.cells}>
            {' '}
            <CellsCard
              rollout={rollout}
              nodes={nodes}
              wordsOf={wordsOf}
              onPick={({ nodeName, nodeId, name, id }) =>
                show('all', nodeName || nodeId || name || id)
              }
            />
          </div>
        </div>
        <div ref={nodesCard} className={styles.column}>
          <RolloutNodesCard
            rollout={rollout}
            nodes={nodes}
            text={text}
            onText={setText}
            filter={filter}
            onFilter={setFilter}
            onSkip={isOpen ? skipNode : undefined}
            canOpen={rollout.target === targetId && rollout.projectId === projectId}
            actions={
              <>
                {canRetry && (
                  <Button
                    size="small"
                    variant="text"
                    aria-disabled={isBusy}
                    startIcon={<RotateCcw size={16} aria-hidden />}
                    onClick={() => !isBusy && actions.retry()}
                  >
                    <span>{translate(rolloutActionWords.retry(rollout.counts.failed))}</span>
                  </Button>
                )}
                <ReportButtons rollout={rollout} nodes={nodes} />
              </>
            }
          />
        </div>
      </div>
    </div>
  );
}

/** Asks for a token once, as soon as the rollout needs one and this page has none. */
function useTokenPrompt(isNeeded: boolean, { place, resumeWithToken }: RolloutActions): void {
  const prompt = useEffectEvent(() => {
    if (place !== undefined && tokenFor(place) === '') resumeWithToken();
  });
  const isKnown = place !== undefined;
  const hasAsked = useRef(false);
  useEffect(() => {
    if (isNeeded && isKnown && !hasAsked.current) prompt();
    hasAsked.current = isNeeded && isKnown;
  }, [isNeeded, isKnown]);
}

function ActionError({ error, onDismiss }: { error: Error; onDismiss: () => void }) {
  const translate = useTranslate();
  return (
    <section className={styles.finding}>
      <div role="alert">
        <h2>{translate(rolloutActionWords.failed)}</h2>
        <ErrorNote error={isClientError(error) ? error : { kind: '', message: error.message }} />
      </div>
      <Button size="small" variant="text" onClick={onDismiss}>
        <span>{translate(rolloutActionWords.dismiss)}</span>
      </Button>
    </section>
  );
}

interface HeadProps {
  rollout: ShownRollout;
  firstName: string;
  actions: RolloutActions;
}

function Head({ rollout, firstName, actions }: HeadProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const { action, total, createdMs, endedMs } = rollout;
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.title}>
          <PageHeading>
            <ForeignName text={translate(rolloutTitle(firstName, rollout))} />
          </PageHeading>
          <RolloutBadge rollout={rollout} />
        </div>
        <p>
          {joinSentences(
            language,
            translate({
              en: `${rolloutWords.doing[action](total).en}.`,
              zh: `${rolloutWords.doing[action](total).zh}。`,
            }),
            translate(words.started(formatDateTime(createdMs, language))),
            endedMs !== undefined && translate(words.ended(formatDateTime(endedMs, language))),
          )}
        </p>
        <LinkedRollouts rollout={rollout} />
      </div>
      <ActionBar rollout={rollout} actions={actions} />
    </div>
  );
}
