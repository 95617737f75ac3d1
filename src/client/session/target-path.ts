import type { Session } from './session.ts';

/** Any instance will do for the mock: its presence is what makes the edition platinum. */
const MOCK_INSTANCE = 'mock-platinum';

/** Path and headers of a request to the service behind the target of a session, chosen or only being tried. */
export function targetPath(
  session: Session,
  version: 'v2' | 'v3',
  resource: string,
): { path: string; headers: Record<string, string> } {
  const { targetId, projectId, edition, instanceId, token } = session;
  const instance = instanceId || (targetId === 'mock' ? MOCK_INSTANCE : '');
  return {
    path: `/ief/${targetId}/${version}/${projectId}/edgemgr/${resource}`,
    headers: {
      ...(token !== '' && { 'X-Auth-Token': token }),
      ...(edition === 'platinum' && instance !== '' && { 'ief-instance-id': instance }),
    },
  };
}
