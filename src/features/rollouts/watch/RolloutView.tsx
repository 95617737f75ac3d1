import { useState } from 'react';
import type { FeedState } from '#src/client/rollouts/feed-state.ts';
import type { RolloutFeed } from '#src/client/rollouts/rollout-feed.ts';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RolloutBadge } from '../state/RolloutBadge.tsx';
import { PageHeading } from '../state/RolloutScreens.tsx';
import { rolloutTitle } from '../state/rollout-tone.ts';
import stateStyles from '../state/state.module.css';
import { rolloutWords } from '../words/rollout-words.ts';
import { watchWords as words } from '../words/watch-words.ts';
import { LinkNote } from './LinkNote.tsx';
import type { NodeFilterName } from '../nodes/node-filter.ts';
import { RolloutNodesCard } from '../nodes/RolloutNodesCard.tsx';
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
  const [filter, setFilter] = useState<NodeFilterName>('all');
  return (
    <div className={stateStyles.colors}>
      <Head rollout={rollout} firstName={nodes[0]?.name ?? ''} />
      <LinkNote state={state} retry={feed.retry} />
      <StatsCard rollout={rollout} />
      <RolloutNodesCard
        rollout={rollout}
        nodes={nodes}
        filter={filter}
        onFilter={setFilter}
        onSkip={undefined}
        canOpen
      />
    </div>
  );
}

function Head({ rollout, firstName }: { rollout: ShownRollout; firstName: string }) {
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
      </div>
    </div>
  );
}
