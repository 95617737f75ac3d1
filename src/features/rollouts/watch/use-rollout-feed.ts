import { useEffect, useState, useSyncExternalStore } from 'react';
import { missingSignIn } from '#src/client/queries/access.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import type { FeedState } from '#src/client/rollouts/feed-state.ts';
import { createRolloutFeed, type RolloutFeed } from '#src/client/rollouts/rollout-feed.ts';
import { proofHeaders, rolloutPlace } from '#src/client/rollouts/rollout-place.ts';
import { useSession } from '#src/client/session/session.ts';
import { targetsQuery } from '#src/client/targets/targets.ts';

/** Follows a rollout while the component is shown. The ID stays the same. */
export function useRolloutFeed(id: string): { feed: RolloutFeed; state: FeedState } {
  const [feed] = useState(() =>
    createRolloutFeed(id, {
      headersOf: (rollout) => {
        const targets = queryClient.getQueryData(targetsQuery.queryKey) ?? [];
        return proofHeaders(rollout && rolloutPlace(rollout, targets));
      },
    }),
  );
  const state = useSyncExternalStore(feed.subscribe, feed.get);
  const { token, elsewhere } = useSession();
  useEffect(() => {
    const { link, error } = feed.get();
    if (link === 'refused' && missingSignIn(error) !== undefined) feed.retry();
  }, [feed, token, elsewhere]);
  return { feed, state };
}
