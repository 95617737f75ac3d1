import {
  readLiveRecord,
  readPodNames,
  sendDelete,
  sendRestart,
} from '#src/client/requests/change-deployment.ts';
import { storeRequest } from '#src/client/requests/request-database.ts';
import { newRequestKey } from '#src/client/requests/sent-request.ts';
import type { Place } from '#src/client/session/place.ts';
import type { ActionDeps } from './run-action.ts';

/** The actions at a place, with the browser and the network of this page. `force`: a delete does not wait for the node. */
export function actionDeps(place: Place, force: boolean): ActionDeps {
  return {
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newKey: newRequestKey,
    read: ({ id, name }) => readLiveRecord(place, id, { name }),
    sendDelete: ({ id }) => sendDelete(place, id, force),
    readPodNames: ({ id }) => readPodNames(place, id),
    sendRestart: ({ id }, podName) => sendRestart(place, id, podName),
    store: storeRequest,
  };
}
