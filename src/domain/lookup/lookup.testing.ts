import type { ListedDeployment } from './deployment-record.ts';

/** The start of tests, in milliseconds since 1970. */
export const START = Date.parse('2026-11-24T10:00:00Z');

/** A body without issues. */
export function bodyOf(name = 'edge-web', image = 'nginx'): string {
  return JSON.stringify({
    name,
    node_ids: ['n1'],
    deployment: { replicas: 1, template: { containers: [{ name: 'web', image_url: image }] } },
  });
}

/** A deployment in a list, created at a given time. */
export function listed(body: string, madeAt: number, id = `id-${madeAt}`): ListedDeployment {
  const { name, node_ids, deployment } = JSON.parse(body) as Record<string, never> & {
    name: string;
    deployment: { replicas: number; template: unknown };
  };
  return {
    id,
    name,
    state: '',
    replicas: 1,
    readyReplicas: 0,
    createdAt: new Date(madeAt).toISOString(),
    raw: { id, name, node_ids, group_id: '', ...deployment },
  };
}
