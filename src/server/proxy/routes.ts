/** What is cut out of an answer before a browser sees it. */
export type Redaction = 'node-secrets' | 'config-values';

/** One thing a caller may ask a target for. Whatever is not in the table does not exist. */
export interface ProxyRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path from the target's root; `{...}` captures one segment. */
  readonly template: string;
  /** Query keys that are passed on; any other is refused. */
  readonly query: readonly string[];
  readonly redaction?: Redaction;
  /** A create: de-duplicated by Idempotency-Key, and its answer must carry an id. */
  readonly creates?: true;
  /** On the embedded mock alone: elsewhere it belongs to another host. */
  readonly mockOnly?: true;
}

const v3 = '/v3/{project_id}/edgemgr';
const v2 = '/v2/{project_id}/edgemgr';
const paging = ['limit', 'offset'];
const list = [...paging, 'name', 'sort'];

/** The routes of docs/sources.md, sections 1 and 5, that the page needs. */
export const proxyRoutes: readonly ProxyRoute[] = [
  { method: 'POST', template: `${v3}/deployments`, query: [], creates: true },
  { method: 'GET', template: `${v3}/deployments`, query: [...list, 'node_id', 'group_id'] },
  { method: 'GET', template: `${v3}/deployments/{id}`, query: [] },
  { method: 'PUT', template: `${v3}/deployments/{id}`, query: [] },
  { method: 'DELETE', template: `${v3}/deployments/{id}`, query: ['force_delete'] },
  {
    method: 'GET',
    template: `${v3}/pods`,
    query: [
      ...paging,
      'node_id',
      'group_id',
      'deployment_id',
      'deployment_ids',
      'plugin_instance_name',
    ],
  },
  { method: 'POST', template: `${v3}/deployments/{id}/pods/{pod_name}/restart`, query: [] },
  {
    method: 'GET',
    template: `${v2}/nodes`,
    query: [...list, 'state', 'device_id', 'device_name', 'app_name', 'tags', 'group_id'],
    redaction: 'node-secrets',
  },
  { method: 'GET', template: `${v2}/nodes/{id}`, query: [], redaction: 'node-secrets' },
  // Groups carry whole node records.
  { method: 'GET', template: `${v2}/groups`, query: list, redaction: 'node-secrets' },
  { method: 'GET', template: `${v2}/groups/{id}`, query: [], redaction: 'node-secrets' },
  { method: 'GET', template: `${v2}/configmaps`, query: list, redaction: 'config-values' },
  { method: 'GET', template: `${v2}/configmaps/{id}`, query: [], redaction: 'config-values' },
  { method: 'GET', template: `${v2}/secrets`, query: list, redaction: 'config-values' },
  { method: 'GET', template: `${v2}/secrets/{id}`, query: [], redaction: 'config-values' },
  { method: 'GET', template: `${v2}/quotas`, query: ['types'] },
  { method: 'GET', template: '/v3/projects', query: ['name'], mockOnly: true },
];

/** A route that was found, with the path to ask for and its project. */
export interface RouteMatch {
  readonly route: ProxyRoute;
  readonly path: string;
  /** Empty if the route has none. */
  readonly projectId: string;
}

/** Everything a real id or name is made of. No percent sign: an encoded slash or dot never passes. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

const compiled = proxyRoutes.map((route) => ({ route, parts: route.template.split('/') }));

/**
 * Finds the route of a path as it stands behind `/ief/{target}`.
 * `method-not-allowed` if only the method is wrong, `undefined` if there is no such path.
 */
export function matchRoute(
  method: string,
  path: string,
): RouteMatch | 'method-not-allowed' | undefined {
  const segments = path.split('/');
  if (!segments.slice(1).every((segment) => SEGMENT.test(segment))) return undefined;
  const found = compiled.filter(
    ({ parts }) =>
      parts.length === segments.length &&
      parts.every((part, index) => part.startsWith('{') || part === segments[index]),
  );
  const exact = found.find(({ route }) => route.method === method);
  if (exact === undefined) return found.length === 0 ? undefined : 'method-not-allowed';
  const at = exact.parts.indexOf('{project_id}');
  return { route: exact.route, path, projectId: (at < 0 ? undefined : segments[at]) ?? '' };
}
