import { useEffect, useEffectEvent } from 'react';
import { changeSession, useSession } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';

/**
 * The target of the session, and a session that fits it: a target that is gone is replaced by the first,
 * and what the server's configuration fixes (project, platinum instance) holds against what was remembered. `onGone` is told which target is gone, and which one is taken.
 */
export function useSettledSession(
  targets: readonly Target[] | undefined,
  onGone: (id: string, instead: Target) => void,
): Target | undefined {
  const session = useSession();
  const tellGone = useEffectEvent(onGone);
  const target = targets?.find((one) => one.id === session.targetId) ?? targets?.[0];
  useEffect(() => {
    if (target === undefined) return;
    const fixed = {
      targetId: target.id,
      projectId: target.projectId ?? session.projectId,
      edition: target.edition === 'platinum' ? 'platinum' : session.edition,
    } as const;
    const settled =
      fixed.targetId === session.targetId &&
      fixed.projectId === session.projectId &&
      fixed.edition === session.edition;
    if (settled) return;
    if (target.id !== session.targetId) tellGone(session.targetId, target);
    changeSession(fixed);
  }, [target, session]);
  return target;
}
