import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import { isClientError } from '#src/client/http/errors.ts';
import { missingSignIn, signInRefusal } from '#src/client/queries/access.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import type { RolloutFeed } from '#src/client/rollouts/rollout-feed.ts';
import { proofHeaders, rolloutPlace } from '#src/client/rollouts/rollout-place.ts';
import {
  sendFollowUp,
  sendNodeSkip,
  sendRolloutAction,
  sendRolloutLimits,
  sendRolloutRemoval,
  type RolloutCall,
  type RolloutLimits,
} from '#src/client/rollouts/rollout-requests.ts';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { useIsMounted } from '#src/ui/timing/use-is-mounted.ts';

/** The actions on a rollout. */
export interface RolloutActions {
  /** Undefined if its target is no longer configured. */
  readonly place: NamedPlace | undefined;
  readonly isBusy: boolean;
  /** Why the last action did not work. */
  readonly error: Error | undefined;
  readonly dismiss: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Asks for a token first. */
  readonly resumeWithToken: () => void;
  readonly abort: () => void;
  readonly change: (limits: RolloutLimits, isResuming: boolean) => void;
  readonly skip: (...nodeIds: readonly string[]) => void;
  readonly retry: () => void;
  readonly rollBack: () => void;
  readonly remove: () => void;
}

/**
 * Skips nodes one by one. Those that no longer wait are left alone: a node may come back meanwhile. If it is called again
 * after a sign-in, it goes on with the rest.
 */
function skipNodes(feed: RolloutFeed, id: string, nodeIds: readonly string[]) {
  const left = new Set(nodeIds);
  let isAnySkipped = false;
  return async (call: RolloutCall) => {
    let refusal: unknown;
    for (const nodeId of left) {
      try {
        feed.show(await sendNodeSkip(id, nodeId, call));
        isAnySkipped = true;
      } catch (cause) {
        if (!isStateRefusal(cause)) throw cause;
        refusal = cause;
      }
      left.delete(nodeId);
    }
    if (refusal !== undefined && !isAnySkipped) throw refusal;
  };
}

function isStateRefusal(cause: unknown): boolean {
  return isClientError(cause) && cause.kind === 'http' && cause.code === 'BUILDER.rollout_state';
}

/** Sends what a person asks for. If the server asks for a sign-in, the person signs in and the request is sent again. */
export function useRolloutActions(feed: RolloutFeed, rollout: ShownRollout): RolloutActions {
  const { id, target, projectId, instanceId } = rollout;
  const { targets, requestSignIn } = useConnection();
  const [, navigate] = useLocation();
  const isMounted = useIsMounted();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const place = useMemo(
    () => rolloutPlace({ target, projectId, instanceId }, targets),
    [target, projectId, instanceId, targets],
  );

  const run = useCallback(
    async (work: (call: RolloutCall) => Promise<void>) => {
      setBusy(true);
      setError(undefined);
      try {
        await work({ headers: proofHeaders(place) }).catch(async (cause: unknown) => {
          const signIn = missingSignIn(cause);
          if (signIn === undefined || place === undefined) throw cause;
          if (!(await requestSignIn(signIn, place, signInRefusal(cause)))) throw cause;
          await work({ headers: proofHeaders(place) });
        });
      } catch (cause) {
        // The rollout may have changed meanwhile: the page reads it again.
        if (isClientError(cause)) feed.retry();
        setError(cause instanceof Error ? cause : new Error(String(cause)));
      } finally {
        setBusy(false);
      }
    },
    [feed, place, requestSignIn],
  );

  return useMemo(() => {
    const act = (action: 'pause' | 'resume' | 'abort') =>
      run(async (call) => feed.show(await sendRolloutAction(id, action, call)));
    const follow = (kind: 'retry' | 'roll-back') =>
      run(async (call) => {
        const started = await sendFollowUp(id, kind, call);
        void queryClient.invalidateQueries({ queryKey: ['rollouts'] });
        if (isMounted()) navigate(`/rollouts/${encodeURIComponent(started)}`);
      });
    return {
      place,
      isBusy,
      error,
      dismiss: () => setError(undefined),
      pause: () => void act('pause'),
      resume: () => void act('resume'),
      resumeWithToken: () => {
        if (place === undefined) return;
        void requestSignIn('token', place).then((isSignedIn) => {
          if (isSignedIn) void act('resume');
        });
      },
      abort: () => void act('abort'),
      change: (limits, isResuming) =>
        void run(async (call) => {
          feed.show(await sendRolloutLimits(id, limits, call));
          if (isResuming) feed.show(await sendRolloutAction(id, 'resume', call));
        }),
      skip: (...nodeIds) => void run(skipNodes(feed, id, nodeIds)),
      retry: () => void follow('retry'),
      rollBack: () => void follow('roll-back'),
      remove: () =>
        void run(async (call) => {
          await sendRolloutRemoval(id, call);
          if (isMounted()) navigate('/rollouts', { replace: true });
        }),
    };
  }, [feed, id, place, isBusy, error, run, navigate, isMounted, requestSignIn]);
}
