import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { createListeners } from '#src/document/listeners.ts';
import { accessQuery, missingSignIn, signInRefusal, type Access } from '../queries/access.ts';
import { missingForLists } from '../queries/missing-for-lists.ts';
import { changeSession, getSession, subscribeSession } from '../session/session.ts';
import { targetsQuery, type Target } from '../targets/targets.ts';
import { noAnswers, type ConnectionReader, type ConnectionState } from './connection-state.ts';
import { fitToTarget } from './fit-to-target.ts';
import { observeLists } from './list-observers.ts';

export interface ConnectionOptions {
  /** Called when the saved target no longer exists and another one replaces it. */
  onTargetGone: (id: string, instead: Target) => void;
}

/**
 * Reads the state of the connection and keeps the session consistent with it. It uses TanStack Query without React,
 * because the page renders before that code is loaded.
 */
export function openConnection(
  queryClient: QueryClient,
  { onTargetGone }: ConnectionOptions,
): ConnectionReader {
  const targets = new QueryObserver(queryClient, targetsQuery);
  const access = new QueryObserver(queryClient, accessQuery);
  const lists = observeLists(queryClient, getSession());
  const { notify, subscribe } = createListeners();
  let state = noAnswers;
  let wasGranted = false;
  let reader: ListReader = { token: getSession().token, access: undefined };

  const update = () => {
    const session = getSession();
    const { data: loaded, error } = targets.getCurrentResult();
    const { data: accessState } = access.getCurrentResult();
    const fit = fitToTarget(session, loaded);
    if (fit?.change !== undefined) {
      if (fit.target.id !== session.targetId) onTargetGone(session.targetId, fit.target);
      // Changing the session calls this function again.
      return changeSession(fit.change);
    }
    lists.follow(session, missingForLists(fit?.target, session, accessState) === undefined);
    wasGranted ||= accessState?.state === 'granted';
    const errors = lists.errors();
    const next: ConnectionState = {
      targets: loaded,
      error,
      target: fit?.target,
      access: accessState,
      hasAccessEnded: wasGranted && accessState?.state !== 'granted',
      lists: lists.lists(),
      missing: errors.map(missingSignIn).find(Boolean),
      refusal: errors.map(signInRefusal).find(Boolean),
    };
    const before = state;
    state = isSame(before, next) ? before : next;
    if (state.missing === 'access' && before.missing !== 'access')
      void queryClient.invalidateQueries({ queryKey: accessQuery.queryKey });
    resetListsOfOthers({ token: session.token, access: accessState?.state });
    if (state !== before) notify();
  };
  /** Lists of one user must not be shown to the next: after another token, or the start or end of a session. */
  const resetListsOfOthers = (next: ListReader) => {
    const before = reader;
    reader = next;
    // Lists read without a token have other keys.
    const isOtherToken = before.token !== '' && next.token !== '' && next.token !== before.token;
    const isOtherAccess = before.access !== undefined && next.access !== before.access;
    if (isOtherToken || isOtherAccess)
      void queryClient.resetQueries({ predicate: ({ queryKey }) => !isServerKey(queryKey) });
  };

  const ends = [
    targets.subscribe(update),
    access.subscribe(update),
    lists.subscribe(update),
    subscribeSession(update),
  ];
  update();
  return {
    get: () => state,
    subscribe,
    retry: () => void targets.refetch(),
    close() {
      for (const end of ends) end();
    },
  };
}

/** Who the lists are read for. */
interface ListReader {
  readonly token: string;
  readonly access: Access['state'] | undefined;
}

/** The responses of our own server are the same for all users. */
function isServerKey([name]: readonly unknown[]): boolean {
  return name === targetsQuery.queryKey[0] || name === accessQuery.queryKey[0];
}

function isSame(a: ConnectionState, b: ConnectionState): boolean {
  const { lists: listsA, ...restA } = a;
  const { lists: listsB, ...restB } = b;
  return isShallowEqual(restA, restB) && isShallowEqual(listsA, listsB);
}

function isShallowEqual<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}
