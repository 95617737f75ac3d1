import { useQuery } from '@tanstack/react-query';
import { accessQuery, type Access } from './access.ts';
import { PROJECT_ID } from '../session/saved-place.ts';
import { useSession, type Session } from '../session/session.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '../targets/targets.ts';

/** The input that is missing before the lists of a target can be read. Without it, the target would refuse the requests. */
export type MissingForLists = 'target' | 'project' | 'instance' | 'token' | 'access';

/** True if the connection settings take the missing input, and not a dialog to sign in. */
export function isSetting(missing: MissingForLists): boolean {
  return missing === 'project' || missing === 'instance';
}

/** Undefined if nothing is missing. */
export function missingForLists(
  target: Target | undefined,
  {
    projectId,
    edition,
    instanceId,
    token,
  }: Pick<Session, 'projectId' | 'edition' | 'instanceId' | 'token'>,
  access: Access | undefined,
): MissingForLists | undefined {
  if (target === undefined) return 'target';
  if (!PROJECT_ID.test(projectId)) return 'project';
  // Without an instance, the requests would go to the professional edition. The server adds that of a platinum target.
  const isFixed = target.kind === 'mock' || target.edition === 'platinum';
  if (edition === 'platinum' && instanceId === '' && !isFixed) return 'instance';
  if (needsToken(target)) return token === '' ? 'token' : undefined;
  if (!isHeldByServer(target)) return undefined;
  // The access state is still loading.
  if (access === undefined) return 'target';
  return access.state === 'locked' ? 'access' : undefined;
}

/** {@link missingForLists} for the connection of the page. */
export function useMissingForLists(): MissingForLists | undefined {
  const session = useSession();
  const targets = useQuery(targetsQuery).data;
  const access = useQuery(accessQuery).data;
  const target = targets?.find(({ id }) => id === session.targetId);
  return missingForLists(target, session, access);
}

/** Why the targets or the access state could not be loaded; undefined if they did not fail. */
export function useTargetsError(): { readonly error: Error | null; retry(): void } | undefined {
  const failed = [useQuery(targetsQuery), useQuery(accessQuery)].find(({ isError }) => isError);
  return failed && { error: failed.error, retry: () => void failed.refetch() };
}
