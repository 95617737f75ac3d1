import { missingSignIn, signInRefusal } from '#src/client/access.ts';
import { ownName } from '#src/client/base-path.ts';
import { createDeployment, findDeployments, showDeployment } from '#src/client/deployments.ts';
import { isClientError } from '#src/client/errors.ts';
import { isSamePlace, tokenFor } from '#src/client/place.ts';
import { queryClient } from '#src/client/query-client.ts';
import { changeSession, getSession } from '#src/client/session.ts';
import { listAttempts, recordIntent, storeAttempt } from '../attempt/attempt-database.ts';
import { onceFree, tryLock } from '../attempt/attempt-lock.ts';
import { createSubmission } from './submission.ts';
import type { Submission } from './submission-view.ts';
import type { World } from './submission-deps.ts';

/** Tabs tell each other through it that the stored attempts have changed. The number is that of the records' shape. */
const CHANNEL = ownName('ief-builder-attempts 1');

/** The submitting of a document in this page. It listens to other tabs and to the network until it is ended. */
export function openSubmission(document: string): Submission {
  const channel = new BroadcastChannel(CHANNEL);
  const world: World = {
    now: Date.now,
    elapsed: () => performance.now(),
    isOnline: () => navigator.onLine,
    hasToken: (place) => !place.needsToken || tokenFor(place) !== '',
    isHere: (place) => isSamePlace(getSession(), place),
    list: listAttempts,
    record: recordIntent,
    store: storeAttempt,
    // A channel has one origin by nature; the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: () => channel.postMessage('changed'),
    tryLock,
    onceFree,
    create: ({ place, body, key }, signal, onExchange) =>
      createDeployment(place, body, key, { signal, onExchange }),
    find: ({ place, name }, signal) => findDeployments(place, name, signal),
    exists: async ({ place, name, answer }, signal) =>
      (await showDeployment(place, { id: answer?.id ?? '', name }, signal)) !== undefined,
    troubleOf(error) {
      const message = error instanceof Error ? error.message : String(error);
      const retryAfterS =
        isClientError(error) && error.kind === 'http' ? error.retryAfterS : undefined;
      return {
        kind: missingSignIn(error) === undefined ? 'other' : 'signIn',
        message,
        retryAfterS,
        refusal: signInRefusal(error),
      };
    },
    every(ms, run) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    onKnown({ state }) {
      // It was given for the search alone.
      if (getSession().elsewhere !== undefined) changeSession({ elsewhere: undefined });
      // The name is taken now, or free again.
      if (state === 'created')
        void queryClient.invalidateQueries({ queryKey: ['deployment names'] });
    },
  };
  const submission = createSubmission(document, world);
  const listening = new AbortController();
  const { signal } = listening;
  channel.addEventListener('message', () => void submission.load(), { signal });
  window.addEventListener('online', submission.wake, { signal });
  window.document.addEventListener(
    'visibilitychange',
    () => {
      if (window.document.visibilityState === 'visible') submission.wake();
    },
    { signal },
  );
  return {
    ...submission,
    end() {
      listening.abort();
      submission.end();
      // A create under way still has something to tell.
      if (submission.view().activity === 'none') channel.close();
    },
  };
}
