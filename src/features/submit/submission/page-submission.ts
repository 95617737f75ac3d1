import { ownName } from '#src/client/base-path.ts';
import {
  createDeployment,
  deploymentNamesKey,
  findDeployments,
  showDeployment,
} from '#src/client/queries/deployments.ts';
import { storeRequest } from '#src/client/requests/request-database.ts';
import { isSamePlace, tokenFor } from '#src/client/session/place.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession, getSession } from '#src/client/session/session.ts';
import { requestOf } from '../attempt/attempt-request.ts';
import { listAttempts, recordAttempt, storeAttempt } from '../attempt/attempt-database.ts';
import { onLockFree, tryLock } from '../attempt/attempt-lock.ts';
import { createSubmission } from './submission.ts';
import { toLookupError } from './lookup-error.ts';
import type { SubmissionDeps } from './submission-deps.ts';
import type { Submission } from './submission-view.ts';

/** Tabs announce changed attempts on this channel. The number is the version of the records. */
const CHANNEL = ownName('ief-builder-attempts 1');

/** The submission of a document on this page. It listens to other tabs and to the network until it is ended. */
export function openSubmission(document: string): Submission {
  const channel = new BroadcastChannel(CHANNEL);
  const deps: SubmissionDeps = {
    now: Date.now,
    elapsed: () => performance.now(),
    isOnline: () => navigator.onLine,
    hasToken: (place) => !place.needsToken || tokenFor(place) !== '',
    isCurrentPlace: (place) => isSamePlace(getSession(), place),
    listAttempts,
    recordAttempt,
    storeAttempt: async (attempt) => {
      await storeAttempt(attempt);
      // A create does not depend on the history of requests.
      const request = requestOf(attempt);
      if (request !== undefined) await storeRequest(request).catch(() => undefined);
    },
    // The rule is about windows; a channel only has one origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    announceChange: () => channel.postMessage('changed'),
    tryLock,
    onLockFree,
    sendCreate: ({ place, body, key }, signal, onExchange) =>
      createDeployment(place, body, key, { signal, onExchange }),
    listDeployments: ({ place, name }, signal) => findDeployments(place, name, signal),
    deploymentExists: async ({ place, name, answer }, signal) =>
      (await showDeployment(place, { id: answer?.id ?? '', name }, signal)) !== undefined,
    toLookupError,
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
    onOutcome({ state }) {
      // That token was for the lookup only.
      if (getSession().elsewhere !== undefined) changeSession({ elsewhere: undefined });
      // The name has been taken, or is free again.
      if (state === 'created') void queryClient.invalidateQueries({ queryKey: deploymentNamesKey });
    },
  };
  const submission = createSubmission(document, deps);
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
      // A create in progress still announces its outcome.
      if (submission.view().activity === 'none') channel.close();
    },
  };
}
