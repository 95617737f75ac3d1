import type { Session } from './session.ts';

/** The mock accepts any instance ID; with one, its edition is platinum. */
const MOCK_INSTANCE = 'mock-platinum';

/** Path and headers of a request to the target of a session. */
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
