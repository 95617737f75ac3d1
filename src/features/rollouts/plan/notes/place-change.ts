import type { Where } from '#src/client/session/saved-place.ts';

/** True if the connection is no longer to the place that a plan was made for. */
export function isElsewhere(made: Where, now: Where): boolean {
  return (
    made.targetId !== now.targetId ||
    made.projectId !== now.projectId ||
    made.edition !== now.edition ||
    (made.edition === 'platinum' && made.instanceId !== now.instanceId)
  );
}
