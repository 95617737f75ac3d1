import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { ConnectionContext, type Connection } from '#src/client/connection/connection.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { useSession } from '#src/client/session/session.ts';
import type { TargetState } from '#src/client/targets/target-state.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useConnectionReader } from './use-connection-reader.ts';
import { useSignInRequest } from './use-sign-in-request.ts';

/** Provides the connection: the target, its lists, and the actions that open the settings and the sign-in dialog. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const t = useWords();
  const { targetId } = useSession();
  const { state, hasFailedToLoad, load, retry } = useConnectionReader();
  const { signInRequest, requestSignIn, finishSignIn } = useSignInRequest();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const open = useCallback(() => {
    setOpen(true);
    load();
  }, [load]);

  const { access, hasAccessEnded, lists, missing, refusal, error } = state;
  const targets = useMemo(
    () => (state.targets ?? []).map((target) => withLabel(target, t('connection.embedded'))),
    [state.targets, t],
  );
  // After a switch to another target, the state holds the old one for a moment.
  const target = state.target?.id === targetId ? state.target : undefined;
  const reason = error ? reasonOf(error, t('connection.noAnswer')) : t('connection.targetsNone');
  const hasFailed = error !== null || state.targets?.length === 0;
  const loadFailure = t('part.load');
  const targetState = useMemo<TargetState>(() => {
    const chosen = targets.find(({ id }) => id === target?.id);
    if (chosen) return { state: 'known', target: chosen };
    if (hasFailedToLoad) return { state: 'failed', reason: loadFailure, retry: open };
    return hasFailed ? { state: 'failed', reason, retry } : { state: 'loading' };
  }, [targets, target, hasFailedToLoad, hasFailed, reason, loadFailure, open, retry]);

  const connection = useMemo<Connection>(
    () => ({
      targets,
      targetState,
      access,
      hasAccessEnded,
      lists,
      missing,
      refusal,
      signInRequest,
      requestSignIn,
      finishSignIn,
      isOpen,
      open,
      close,
    }),
    [
      targets,
      targetState,
      access,
      hasAccessEnded,
      lists,
      missing,
      refusal,
      signInRequest,
      requestSignIn,
      finishSignIn,
      isOpen,
      open,
      close,
    ],
  );
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** The server names the embedded mock in English; the page names it in its own language. */
function withLabel(target: Target, embedded: string): Target {
  return target.id === 'mock' ? { ...target, label: embedded } : target;
}
