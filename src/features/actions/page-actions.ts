import type { AskAgain } from '#src/client/connection/ask-again.ts';
import { rememberBaseline } from '#src/client/pods/baselines.ts';
import { listPods } from '#src/client/pods/pods.ts';
import {
  readLiveRecord,
  sendDelete,
  sendPodAction,
} from '#src/client/requests/change-deployment.ts';
import { listRequests, storeRequest } from '#src/client/requests/request-database.ts';
import { newRequestKey } from '#src/client/requests/sent-request.ts';
import { tokenFor, type Place } from '#src/client/session/place.ts';
import { getSession } from '#src/client/session/session.ts';
import type { ActionDeps } from './deployment-action.ts';

/** The actions at a place, with the browser and the network of this page. `force`: a delete does not wait for the node. */
export function actionDeps(place: Place, force: boolean, askAgain: AskAgain): ActionDeps {
  return {
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newKey: newRequestKey,
    read: ({ id, name }) => askAgain(() => readLiveRecord(place, id, { name })),
    sendDelete: ({ id }) => askAgain(() => sendDelete(place, id, force)),
    readPods: ({ id }) =>
      askAgain(() => listPods({ ...getSession(), ...place, token: tokenFor(place) }, [id])),
    sendRestart: ({ id }, podName) => askAgain(() => sendPodAction(place, 'restart', id, podName)),
    rememberPods: ({ id }, pods, expected) => rememberBaseline(id, pods, expected),
    store: storeRequest,
    settle: async ({ id }, outcome) => {
      try {
        const request = (await listRequests()).find(
          ({ action, deploymentId }) => action === 'delete' && deploymentId === id,
        );
        if (request?.outcome === 'sent' || request?.outcome === 'unknown')
          await storeRequest({ ...request, outcome, endedAt: Date.now() });
      } catch {
        // The browser refuses: the request stays without an outcome.
      }
    },
  };
}
