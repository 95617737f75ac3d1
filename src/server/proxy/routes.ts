import { endpointOf, type Endpoint, type EndpointId } from '#src/domain/api/endpoints.ts';

/** The parts of a response that are removed before the browser gets it. */
export type Redaction = 'node-secrets' | 'config-values';

/** Inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** One kind of request that is forwarded to a target. Requests that match no route are refused. */
export interface ProxyRoute {
  readonly method: Endpoint['method'];
  /** Path from the target's root; `{...}` captures one segment. */
  readonly template: string;
  /** Query keys that are forwarded; any other is refused. */
  readonly query: readonly string[];
  /** The query keys with a whole number. */
  readonly numbers?: Readonly<Record<string, Range>>;
  readonly redaction?: Redaction;
  /** A create: deduplicated by Idempotency-Key, and its response must contain an id. */
  readonly creates?: true;
  /** Its body is forwarded; the body of any other route is read and dropped. */
  readonly sendsBody: boolean;
  /** Only on the embedded mock: a live target serves this path on another host. */
  readonly mockOnly?: true;
}

/** Builds the route of an endpoint from its method, path and query. */
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

/** A limit of 0 is pointless, so the minimum is 1 where no source gives a range. */
function rangesOf(query: Endpoint['query']): Readonly<Record<string, Range>> {
  const numbers = Object.entries(query).flatMap(([key, spec]): [string, Range][] => {
    if (spec.kind !== 'integer') return [];
    const { min = key === 'limit' ? 1 : 0, max = Number.MAX_SAFE_INTEGER } = spec;
    return [[key, { min, max }]];
  });
  return Object.fromEntries(numbers);
}

/** The endpoints the page needs. The one for tokens is missing on purpose: passwords stay on the server. */
export const proxyRoutes: readonly ProxyRoute[] = [
  route('createDeployment', { creates: true }),
  route('listDeployments'),
  route('showDeployment'),
  route('updateDeployment'),
  route('deleteDeployment'),
  route('listPods'),
  route('restartPod'),
  route('deletePod'),
  route('listNodes', { redaction: 'node-secrets' }),
  route('showNode', { redaction: 'node-secrets' }),
  // Groups contain whole node records.
  route('listGroups', { redaction: 'node-secrets' }),
  route('showGroup', { redaction: 'node-secrets' }),
  route('listConfigmaps', { redaction: 'config-values' }),
  route('showConfigmap', { redaction: 'config-values' }),
  route('listSecrets', { redaction: 'config-values' }),
  route('showSecret', { redaction: 'config-values' }),
  route('showQuotas'),
  route('listProjects', { mockOnly: true }),
];

/** A matched route, with the path to request and its project. */
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
 * Finds the route of a path after `/ief/{target}`. If only the method is wrong, returns the methods of the path; an
 * empty list if the path is unknown.
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
