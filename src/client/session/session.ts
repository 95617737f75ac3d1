import { useSyncExternalStore } from 'react';
import { createListeners } from '#src/document/listeners.ts';
import { noCredentials, noToken, type Credentials } from './credentials.ts';
import { noFault, type MockFault } from './mock-fault.ts';
import { restorePlace, savePlace, type SavedPlace } from './saved-place.ts';

/** All settings of a request except its body. They share one store, so that they change together. */
export interface Session extends SavedPlace, Credentials, MockFault {}

let session: Session = { ...restorePlace(), ...noCredentials, ...noFault };
const { notify, subscribe } = createListeners();

export function getSession(): Session {
  return session;
}

/**
 * Changes parts of the session, and stores the place for the next visit. Another target or project removes the token,
 * unless the change contains a new one.
 */
export function changeSession(change: Partial<Session>): void {
  const before = session;
  session = { ...before, ...change };
  if (session.targetId !== before.targetId || session.projectId !== before.projectId)
    session = { ...session, ...noToken, ...change };
  savePlace(session);
  notify();
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession);
}

/** Calls the listener after every change. Returns the function that unsubscribes it. */
export const subscribeSession = subscribe;

/** The parts of the session that lists of the service depend on, for query keys. The token is a secret, so only its presence. */
export function placeKey({ targetId, projectId, edition, instanceId, token }: Session) {
  return [targetId, projectId, edition, instanceId, token !== ''] as const;
}
