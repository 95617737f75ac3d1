import type { Session } from '../session/session.ts';
import type { Target } from '../targets/targets.ts';

interface Fit {
  readonly target: Target;
  /** The change that makes the session fit the target; undefined if it already fits. */
  readonly change: Pick<Session, 'targetId' | 'projectId' | 'edition'> | undefined;
}

/**
 * The target of a session, or the first target if the saved one no longer exists. The server's configuration (project,
 * platinum edition) overrides the saved values. Undefined while there are no targets.
 */
export function fitToTarget(
  session: Session,
  targets: readonly Target[] | undefined,
): Fit | undefined {
  const target = targets?.find(({ id }) => id === session.targetId) ?? targets?.[0];
  if (target === undefined) return undefined;
  const change = {
    targetId: target.id,
    projectId: target.projectId ?? session.projectId,
    edition: target.edition === 'platinum' ? 'platinum' : session.edition,
  } as const;
  const fits =
    change.targetId === session.targetId &&
    change.projectId === session.projectId &&
    change.edition === session.edition;
  return { target, change: fits ? undefined : change };
}
