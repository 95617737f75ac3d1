import Button from '@mui/material/Button';
import { RotateCcw } from 'lucide-react';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isClientError } from '#src/client/http/errors.ts';
import type { FeedState } from '#src/client/rollouts/feed-state.ts';
import type { RolloutFeed } from '#src/client/rollouts/rollout-feed.ts';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { tokenFor } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import type { Language, Text } from '#src/domain/core/text.ts';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { formatSpan } from '#src/ui/words/format-age.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { ActionBar } from '../actions/ActionBar.tsx';
import { useRolloutActions, type RolloutActions } from '../actions/use-rollout-actions.ts';
import { RolloutBadge } from '../state/RolloutBadge.tsx';
import { isUnfinished, rolloutTitle } from '../state/rollout-state.ts';
import stateStyles from '../state/state.module.css';
import { rolloutActionWords } from '../words/action-words.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import { watchWords as words } from '../words/watch-words.ts';
import { timeLeftMs } from './time-left.ts';
import { LinkedRollouts } from './LinkedRollouts.tsx';
import { LinkNote } from './LinkNote.tsx';
import type { NodeFilterName } from '../nodes/node-filter.ts';
import { RolloutNodesCard } from '../nodes/RolloutNodesCard.tsx';
import { CellsCard } from '../waves/CellsCard.tsx';
import { WavesCard } from '../waves/WavesCard.tsx';
import { useNodeIps } from '../nodes/use-node-ips.ts';
import { useNodeWords } from '../nodes/use-node-words.ts';
import { ReportButtons } from '../nodes/ReportButtons.tsx';
import { OfflineLeft } from './OfflineLeft.tsx';
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
  const actions = useRolloutActions(feed, rollout);
  useTokenPrompt(rollout.state === 'needs-token', actions);
  const { targetId, projectId } = useSession();
  const isConnected = rollout.target === targetId && rollout.projectId === projectId;
  const ips = useNodeIps(actions.place, isConnected);
  const [filter, setFilter] = useState<NodeFilterName>('all');
  const [text, setText] = useState('');
  const wordsOf = useNodeWords();
  const nodesCard = useRef<HTMLDivElement>(null);
  const { skip, error } = actions;
  const skipNode = useCallback((node: RolloutNode) => skip(node.id), [skip]);
  const isOpen = isUnfinished(rollout) && rollout.state !== 'aborted';
  const show = useCallback((name: NodeFilterName, found: string) => {
    setFilter(name);
    setText(found);
    nodesCard.current?.scrollIntoView({ block: 'start' });
  }, []);
  const showNode = useCallback(
    ({ nodeName, nodeId, name, id }: RolloutNode) => show('all', nodeName || nodeId || name || id),
    [show],
  );
  // Drawings and tables of thousands of nodes are rendered in between, in small parts: typing and clicks come first.
  const now = useMemo(() => ({ rollout, nodes }), [rollout, nodes]);
  const drawn = useDeferredValue<typeof now | null>(now, null);
  return (
    <div className={stateStyles.colors}>
      <Head
        rollout={rollout}
        nodes={nodes}
        leftMs={timeLeftMs(rollout, nodes, state.heardMs)}
        actions={actions}
      />
      <LinkNote state={state} retry={feed.retry} />
      {error && <ActionError error={error} onDismiss={actions.dismiss} />}
      <StateNote rollout={rollout} nodes={nodes} onShowFailed={() => show('attention', '')} />
      <OfflineLeft rollout={rollout} nodes={nodes} actions={actions} />
      <StatsCard rollout={rollout} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {drawn && <WavesCard {...drawn} />}
          <div className={styles.cells}>
            {drawn && <CellsCard {...drawn} wordsOf={wordsOf} onPick={showNode} />}
          </div>
        </div>
        <div ref={nodesCard} className={styles.column}>
          {drawn && (
            <RolloutNodesCard
              {...drawn}
              text={text}
              onText={setText}
              filter={filter}
              onFilter={setFilter}
              onSkip={isOpen ? skipNode : undefined}
              canOpen={isConnected}
              ips={ips}
              actions={<NodesActions rollout={rollout} nodes={nodes} actions={actions} />}
            />
          )}
        </div>
      </div>
    </div>
  );
}

interface NodesActionsProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  actions: RolloutActions;
}

/** Retry of the failed ones, and the report. */
function NodesActions({ rollout, nodes, actions }: NodesActionsProps) {
  const translate = useTranslate();
  const { counts, state, isErased } = rollout;
  return (
    <div ref={keepRowFocus} className={styles.buttons}>
      {counts.failed > 0 && state !== 'running' && !isErased && (
        <Button
          size="small"
          variant="text"
          aria-disabled={actions.isBusy}
          startIcon={<RotateCcw size={16} aria-hidden />}
          onClick={() => !actions.isBusy && actions.retry()}
        >
          <span>{translate(rolloutActionWords.retry(counts.failed))}</span>
        </Button>
      )}
      <ReportButtons rollout={rollout} nodes={nodes} />
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
    <section ref={keepRowFocus} className={styles.finding}>
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

/** What is left of the open wave, or of the whole rollout in its last one. */
function timeLeft(ms: number, { wave, waves }: ShownRollout, language: Language): Text {
  const span = ms < 60_000 ? undefined : formatSpan(ms, language);
  return wave < waves.length ? words.leftInWave(span) : words.left(span);
}

interface HeadProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
  /** An estimate for the open wave. */
  leftMs: number | undefined;
  actions: RolloutActions;
}

function Head({ rollout, nodes, leftMs, actions }: HeadProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const { action, total, createdMs, endedMs } = rollout;
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.title}>
          <PageHeading>
            <ForeignName text={translate(rolloutTitle(nodes[0]?.name ?? '', rollout))} />
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
            leftMs !== undefined && translate(timeLeft(leftMs, rollout, language)),
            endedMs !== undefined && translate(words.ended(formatDateTime(endedMs, language))),
          )}
        </p>
        <LinkedRollouts rollout={rollout} />
      </div>
      <ActionBar rollout={rollout} nodes={nodes} actions={actions} />
    </div>
  );
}
