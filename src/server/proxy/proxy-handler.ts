import type { Context } from 'hono';
import type { AccessGrant, AccessGuard } from '#src/server/access/access-guard.ts';
import type { AppEnv } from '#src/server/http/context/request-context.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import {
  requireSameOrigin,
  requireJsonType,
  requireBuilderHeader,
} from '#src/server/http/kit/same-origin.ts';
import type { Attempts } from './attempts.ts';
import { forward } from './forward.ts';
import { countRequest, type LiveLimits } from './live-limits.ts';
import { matchRoute, type RouteMatch } from './routes.ts';
import { holdsCredentials, type ProxyTarget } from './target.ts';

export interface ProxyHandlerOptions {
  readonly targets: readonly ProxyTarget[];
  readonly attempts: Readonly<Record<ProxyTarget['kind'], Attempts>>;
  /** Limits on requests to live targets; absent means none. */
  readonly limits: LiveLimits | undefined;
  /** Absent if the server holds no credentials. */
  readonly accessGuard: AccessGuard | undefined;
  readonly ownOrigin: (request: Request) => string;
  /** Monotonic, in milliseconds. */
  readonly elapsed: () => number;
}

/** Handles `/ief/{target}/...`: checks origin, route, type, access and rate, then forwards the request. */
export function createProxyHandler(options: ProxyHandlerOptions) {
  const { targets, attempts, limits, ownOrigin, elapsed } = options;
  return async (c: Context<AppEnv>): Promise<Response> => {
    const { raw } = c.req;
    const [, , id = '', ...rest] = c.req.path.split('/');
    if (id === '') return c.notFound();
    requireSameOrigin(raw, ownOrigin(raw));
    const target = targets.find((target) => target.id === id);
    if (target === undefined) {
      throw new HttpProblem('BUILDER.unknown_target', 'No target with this ID is configured.');
    }
    c.env.target = target.id;
    const match = findRoute(raw.method, ['', ...rest].join('/'), target);
    c.env.route = `/ief/{target}${match.route.template}`;
    if (match.route.sendsBody) requireJsonType(raw);
    const grant = await checkAccess(c, target, options);
    const creates = match.route.creates === true;
    const { peer } = c.env;
    if (target.kind === 'live') countRequest(limits, { peer, session: grant.session, creates });
    const key = raw.headers.get('idempotency-key');
    if (creates && key !== null) c.env.attempt = key.slice(0, 8);
    const { status, headers, body } = await forward(raw, target, match, {
      attempts: attempts[target.kind],
      callerProof: grant.proof,
      elapsed,
      note: (note) => Object.assign(c.env, note),
      bodyArrived: c.env.bodyArrived,
    });
    c.env.responseBytes = body.byteLength;
    const response = new Response(status === 204 ? null : body, {
      status,
      headers: { ...headers },
    });
    if (grant.cookie !== undefined) response.headers.set('set-cookie', grant.cookie);
    return response;
  };
}

/** Throws HttpProblem unless the caller may use the credentials the server holds for this target, if any. */
async function checkAccess(
  { req: { raw }, env }: Context<AppEnv>,
  target: ProxyTarget,
  { accessGuard }: ProxyHandlerOptions,
): Promise<AccessGrant> {
  if (!holdsCredentials(target) || accessGuard === undefined) return {};
  if (raw.headers.get('x-ief-access') === null) requireBuilderHeader(raw);
  return accessGuard.check(raw.headers, env.peer);
}

const PROJECT_ID = /^[0-9a-f]{32}$/i;

/**
 * Finds the route of a path after `/ief/{target}`. Throws HttpProblem not_found, method_not_allowed,
 * not_this_project, or bad_project for an ID that no live project can have. The mock refuses such IDs itself, as the
 * service would.
 */
function findRoute(method: string, path: string, target: ProxyTarget): RouteMatch {
  const match = matchRoute(method, path);
  if ('allowed' in match && match.allowed.length > 0) {
    throw new HttpProblem(
      'BUILDER.method_not_allowed',
      'This address does not support this method.',
      {
        headers: { allow: match.allowed.join(', ') },
      },
    );
  }
  if ('allowed' in match || (match.route.mockOnly && target.kind !== 'mock')) {
    throw new HttpProblem('BUILDER.not_found', 'The target has no such address.');
  }
  if (
    target.projectId !== null &&
    match.projectId.toLowerCase() !== target.projectId.toLowerCase()
  ) {
    throw new HttpProblem('BUILDER.not_this_project', 'The target is bound to another project.');
  }
  if (target.kind === 'live' && target.projectId === null && !PROJECT_ID.test(match.projectId)) {
    throw new HttpProblem('BUILDER.bad_project', 'A project ID must have 32 hexadecimal digits.');
  }
  return match;
}
