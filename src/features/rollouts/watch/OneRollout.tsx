import { isClientError } from '#src/client/http/errors.ts';
import { useConnection } from '#src/client/connection/connection.ts';
import { rolloutPlace } from '#src/client/rollouts/rollout-place.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { LoadingScreen, StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RefusalScreen } from '../state/RolloutScreens.tsx';
import { rolloutTitle } from '../state/rollout-state.ts';
import { rolloutWords } from '../words/rollout-words.ts';
import { watchWords as words } from '../words/watch-words.ts';
import { RolloutView } from './RolloutView.tsx';
import { useRolloutFeed } from './use-rollout-feed.ts';

/** One rollout while it runs, or why it cannot be shown. */
export function OneRollout({ id }: { id: string }) {
  const t = useWords();
  const translate = useTranslate();
  const { targets } = useConnection();
  const { feed, state } = useRolloutFeed(id);
  const { rollout, nodes, link, error } = state;
  const firstName = nodes?.[0]?.name;
  const title =
    rollout && firstName !== undefined ? translate(rolloutTitle(firstName, rollout)) : undefined;
  useTabTitle(title === undefined ? translate(rolloutWords.one) : foreignShort(title));

  if (link === 'refused' && isGone(error))
    return (
      <StatusScreen
        title={translate(words.gone)}
        action={{ label: t('action.retry'), onClick: feed.retry }}
      >
        {translate(words.goneHelp)}
      </StatusScreen>
    );
  if (error && (link === 'refused' || nodes === undefined))
    return (
      <RefusalScreen
        error={error}
        place={rollout && rolloutPlace(rollout, targets)}
        retry={feed.retry}
      />
    );
  if (rollout === undefined || nodes === undefined)
    return <LoadingScreen label={translate(words.loading)} />;
  return <RolloutView rollout={rollout} nodes={nodes} state={state} feed={feed} />;
}

function isGone(error: Error | undefined): boolean {
  return isClientError(error) && error.kind === 'http' && error.status === 404;
}
