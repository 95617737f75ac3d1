import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { ConnectionContext, type Connection } from '#src/client/connection/connection.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { useSession } from '#src/client/session/session.ts';
import type { TargetState } from '#src/client/targets/target-state.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useConnectionReader } from './use-connection-reader.ts';
import { useSignInQuestion } from './use-sign-in-question.ts';

/** Gives the page its connection: what is known about the target, its settings and the sign-in dialogs. */
export function ConnectionProvider({ children }: { children: ReactNode }) {
  const t = useWords();
  const { targetId } = useSession();
  const { state, hasNoCode, load, retry } = useConnectionReader();
  const { question, requestSignIn, answer } = useSignInQuestion();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const open = useCallback(() => {
    setOpen(true);
    load();
  }, [load]);

  const { access, hasAccessEnded, lists, missing, refusal, error } = state;
  const targets = useMemo(
    () => (state.targets ?? []).map((target) => named(target, t('connection.embedded'))),
    [state.targets, t],
  );
  // After the session moves to another target, the state still holds the old one for a moment.
  const target = state.target?.id === targetId ? state.target : undefined;
  const reason = error ? reasonOf(error, t('connection.noAnswer')) : t('connection.targetsNone');
  const hasFailed = error !== null || state.targets?.length === 0;
  const noCode = t('part.load');
  const known = useMemo<TargetState>(() => {
    const chosen = targets.find(({ id }) => id === target?.id);
    if (chosen) return { state: 'known', target: chosen };
    if (hasNoCode) return { state: 'failed', reason: noCode, retry: open };
    return hasFailed ? { state: 'failed', reason, retry } : { state: 'loading' };
  }, [targets, target, hasNoCode, hasFailed, reason, noCode, open, retry]);

  const connection = useMemo<Connection>(
    () => ({
      targets,
      known,
      access,
      hasAccessEnded,
      lists,
      missing,
      refusal,
      question,
      requestSignIn,
      answer,
      isOpen,
      open,
      close,
    }),
    [
      targets,
      known,
      access,
      hasAccessEnded,
      lists,
      missing,
      refusal,
      question,
      requestSignIn,
      answer,
      isOpen,
      open,
      close,
    ],
  );
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** The embedded mock is our own, so it is named in the language of the page. */
function named(target: Target, embedded: string): Target {
  return target.id === 'mock' ? { ...target, label: embedded } : target;
}
