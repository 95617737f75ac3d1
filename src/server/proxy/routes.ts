import { endpointOf, type Endpoint, type EndpointId } from '#src/domain/api/endpoints.ts';

/** What is removed from an answer before the browser gets it. */
export type Redaction = 'node-secrets' | 'config-values';

/** From which to which number, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** One kind of request that is forwarded to a target. Whatever is not in the table does not exist. */
export interface ProxyRoute {
  readonly method: Endpoint['method'];
  /** Path from the target's root; `{...}` captures one segment. */
  readonly template: string;
  /** Query keys that are passed on; any other is refused. */
  readonly query: readonly string[];
  /** Of those, the ones that hold a whole number. */
  readonly numbers?: Readonly<Record<string, Range>>;
  readonly redaction?: Redaction;
  /** A create: de-duplicated by Idempotency-Key, and its answer must carry an id. */
  readonly creates?: true;
  /** Its body is sent on; a body on any other route is read and dropped. */
  readonly sendsBody: boolean;
  /** Only on the embedded mock: on a live target this path belongs to another host. */
  readonly mockOnly?: true;
}

/** A route to an endpoint: method, path and query as it has them, and what the proxy itself does about it. */
function route(id: EndpointId, more: Pick<ProxyRoute, 'redaction' | 'creates' | 'mockOnly'> = {}) {
  const { method, template, query } = endpointOf(id);
  return {
    method,
    template,
    query: Object.keys(query),
    numbers: rangesOf(query),
    sendsBody: more.creates === true || method === 'PUT',
    ...more,
  };
}

/** A list of no records answers nothing, so a limit begins at 1 where no source gives its range. */
function rangesOf(query: Endpoint['query']): Readonly<Record<string, Range>> {
  const numbers = Object.entries(query).flatMap(([key, spec]): [string, Range][] => {
    if (spec.kind !== 'integer') return [];
    const { min = key === 'limit' ? 1 : 0, max = Number.MAX_SAFE_INTEGER } = spec;
    return [[key, { min, max }]];
  });
  return Object.fromEntries(numbers);
}

/** The endpoints that the page needs. The one for tokens is missing on purpose: passwords stay on the server. */
export const proxyRoutes: readonly ProxyRoute[] = [
  route('createDeployment', { creates: true }),
  route('listDeployments'),
  route('showDeployment'),
  route('updateDeployment'),
  route('deleteDeployment'),
  route('listPods'),
  route('restartPod'),
  route('listNodes', { redaction: 'node-secrets' }),
  route('showNode', { redaction: 'node-secrets' }),
  // Groups carry whole node records.
  route('listGroups', { redaction: 'node-secrets' }),
  route('showGroup', { redaction: 'node-secrets' }),
  route('listConfigmaps', { redaction: 'config-values' }),
  route('showConfigmap', { redaction: 'config-values' }),
  route('listSecrets', { redaction: 'config-values' }),
  route('showSecret', { redaction: 'config-values' }),
  route('showQuotas'),
  route('listProjects', { mockOnly: true }),
];

/** A route that was found, with the path to ask for and its project. */
export interface RouteMatch {
  readonly route: ProxyRoute;
  readonly path: string;
  /** Empty if the route has none. */
  readonly projectId: string;
}

/** The characters of real IDs and names. No percent sign: an encoded slash or dot never passes. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

const compiled = proxyRoutes.map((route) => {
  const parts = route.template.split('/');
  return { route, parts, projectIndex: parts.indexOf('{project_id}') };
});

/**
 * Finds the route of a path after `/ief/{target}`. If only the method is wrong, the result is the
 * methods of the path; an empty list if there is no such path.
 */
export function matchRoute(
  method: string,
  path: string,
): RouteMatch | { readonly allowed: readonly string[] } {
  const segments = path.split('/');
  if (!segments.slice(1).every((segment) => SEGMENT.test(segment))) return { allowed: [] };
  const allowed: string[] = [];
  for (const { route, parts, projectIndex } of compiled) {
    if (!matches(parts, segments)) continue;
    if (route.method === method) return { route, path, projectId: segments[projectIndex] ?? '' };
    allowed.push(route.method);
  }
  return { allowed };
}

function matches(parts: readonly string[], segments: readonly string[]): boolean {
  return (
    parts.length === segments.length &&
    parts.every((part, index) => part === segments[index] || part.startsWith('{'))
  );
}
