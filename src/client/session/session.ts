import { useSyncExternalStore } from 'react';
import { noCredentials, noToken, type Credentials } from './credentials.ts';
import { noFault, type MockFault } from './mock-fault.ts';
import { restorePlace, savePlace, type SavedPlace } from './saved-place.ts';

/** Everything about a request that is not the document. One store holds it, so that a change is seen as a whole. */
export interface Session extends SavedPlace, Credentials, MockFault {}

let session: Session = { ...restorePlace(), ...noCredentials, ...noFault };
const listeners = new Set<() => void>();

/** The session as it is now. */
export function getSession(): Session {
  return session;
}

/**
 * Changes parts of the session, and stores the place for the next visit. A change of the target or the project removes
 * the token, unless the change contains one.
 */
export function changeSession(change: Partial<Session>): void {
  const before = session;
  session = { ...before, ...change };
  if (session.targetId !== before.targetId || session.projectId !== before.projectId)
    session = { ...session, ...noToken, ...change };
  savePlace(session);
  for (const listener of listeners) listener();
}

/** The session; renders again when it changes. */
export function useSession(): Session {
  return useSyncExternalStore(subscribeSession, getSession);
}

/** Calls back after every change, until the returned function is called. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything a list of the service depends on: another project is another list. Of the token, a secret, only its presence. */
export function whereOf({ targetId, projectId, edition, instanceId, token }: Session) {
  return [targetId, projectId, edition, instanceId, token !== ''] as const;
}
