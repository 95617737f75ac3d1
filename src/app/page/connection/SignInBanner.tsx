import { useEffect, useEffectEvent, useRef } from 'react';
import type { SignInRefusal } from '#src/client/queries/access.ts';
import { useConnection, type SignInKind } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { isHeldByServer, needsToken } from '#src/client/targets/targets.ts';
import { SignInNotice } from '#src/features/connection/token/SignInNotice.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

/** Shows a notice above the form while the target requires a sign-in. */
export function SignInBanner() {
  const t = useWords();
  const session = useSession();
  const { targetState, access, missing, refusal, requestSignIn } = useConnection();
  const target = knownTarget(targetState);
  const isHeld = target !== undefined && isHeldByServer(target);
  const isLocked = isHeld && access?.state === 'locked';
  useAccessPrompt(isHeld && access ? target.id : undefined, isLocked, () => {
    if (target) void requestSignIn('access', placeOf(target, session));
  });
  if (target === undefined) return null;
  const notice = (words: string, kind: SignInKind, cause?: SignInRefusal) => (
    <SignInNotice
      words={words}
      action={t(kind === 'token' ? 'signIn.enterToken' : 'access.title')}
      onAct={() => void requestSignIn(kind, placeOf(target, session), cause)}
    />
  );
  const { label } = target;
  if (isLocked) return notice(t('access.locked', { label }), 'access', refusal);
  if (!needsToken(target)) return null;
  if (session.token === '') {
    const { removedToken } = session;
    const words = removedToken
      ? t(`signIn.${removedToken.reason}`)
      : t('signIn.noTokenHelp', { label });
    return notice(words, 'token');
  }
  return missing === 'token' ? notice(t('signIn.refused'), 'token', refusal) : null;
}

/** Asks for the access secret once when the user chooses a locked target, but not when a session ends later. */
function useAccessPrompt(
  targetId: string | undefined,
  isLocked: boolean,
  prompt: () => void,
): void {
  const lastTarget = useRef<string>(undefined);
  const onLocked = useEffectEvent(prompt);
  useEffect(() => {
    if (targetId === lastTarget.current) return;
    lastTarget.current = targetId;
    if (isLocked) onLocked();
  }, [targetId, isLocked]);
}
