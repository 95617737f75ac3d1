import { useQuery } from '@tanstack/react-query';
import { accessQuery, type Access } from './access.ts';
import { PROJECT_ID } from '../session/saved-place.ts';
import { useSession, type Session } from '../session/session.ts';
import { isHeldByServer, needsToken, targetsQuery, type Target } from '../targets/targets.ts';

/** What the lists of a target wait for: to ask without it would be refused for certain. */
export type ListLack = 'target' | 'project' | 'token' | 'access';

/** What the lists wait for; undefined if they may be asked for. */
export function listLack(
  target: Target | undefined,
  { projectId, token }: Pick<Session, 'projectId' | 'token'>,
  access: Access | undefined,
): ListLack | undefined {
  if (target === undefined) return 'target';
  if (!PROJECT_ID.test(projectId)) return 'project';
  if (needsToken(target)) return token === '' ? 'token' : undefined;
  if (!isHeldByServer(target)) return undefined;
  // Until the server has said how it stands, it is as if no target were known.
  if (access === undefined) return 'target';
  return access.state === 'locked' ? 'access' : undefined;
}

/** As {@link listLack}, for the connection of the page. */
export function useListLack(): ListLack | undefined {
  const session = useSession();
  const targets = useQuery(targetsQuery).data;
  const access = useQuery(accessQuery).data;
  const target = targets?.find((one) => one.id === session.targetId);
  return listLack(target, session, access);
}

/** Why no target can be asked at all, and a way to try again; undefined while that is still being found out. */
export function useTargetTrouble(): { readonly error: Error | null; retry(): void } | undefined {
  const failed = [useQuery(targetsQuery), useQuery(accessQuery)].find(({ isError }) => isError);
  return failed && { error: failed.error, retry: () => void failed.refetch() };
}
