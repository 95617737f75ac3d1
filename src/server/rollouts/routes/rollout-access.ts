import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AccessGuard } from '#src/server/access/access-guard.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { requireBuilderHeader } from '#src/server/http/kit/same-origin.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import { readCallerToken } from '#src/server/proxy/upstream-headers.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';

/** How long a token that the target accepted is not checked again, in milliseconds. */
const TRUST_MS = 60_000;

/** The rights of a caller, as found by {@link RolloutAccess.admit}. */
export interface RolloutCaller {
  /** Throws HttpProblem unless the caller may read and change rollouts at this place. Returns the token, or ''. */
  prove(place: TargetPlace): Promise<string>;
  /** Like `prove`, as a yes or no; for lists. */
  maySee(place: TargetPlace): Promise<boolean>;
  /** A renewed session, to set in the response. */
  readonly cookie: string | undefined;
}

export interface RolloutAccess {
  /** Checks the session, if the server has an access secret. Throws HttpProblem. */
  admit(request: Request, peer: string): Promise<RolloutCaller>;
}

/**
 * Who may read and change rollouts. Bodies contain values of environment variables. With an access secret, everyone
 * with a session may. Without one, a rollout of a target with tokens is for callers whose token the target accepts for
 * that project, and one of the embedded mock for everyone.
 */
export function createRolloutAccess(
  { targets, callTargetOf, clock }: RolloutService,
  accessGuard: AccessGuard | undefined,
  limits: LiveLimits | undefined,
): RolloutAccess {
  const secret = randomBytes(32);
  const trusted = new LRUCache<string, true>({
    max: 10_000,
    ttl: TRUST_MS,
    ttlResolution: 0,
    perf: { now: clock.elapsed },
  });

  async function checkToken(place: TargetPlace, token: string, peer: string): Promise<void> {
    const { target, projectId, instanceId } = place;
    const key = createHmac('sha256', secret)
      .update(JSON.stringify([target, projectId, instanceId, token]))
      .digest('base64');
    if (trusted.has(key)) return;
    limits?.peer?.take(peer);
    const outcome = await callTargetOf(place)?.(
      { endpoint: 'listDeployments', query: { limit: '1' } },
      token,
    );
    if (outcome?.kind === 'ok') {
      trusted.set(key, true);
      return;
    }
    if (outcome?.kind === 'later') {
      throw new HttpProblem('BUILDER.not_sent', 'The target cannot check the token at the moment.');
    }
    throw new HttpProblem(
      'BUILDER.token_refused',
      'The target does not accept this token for the project.',
    );
  }

  return {
    async admit(request, peer) {
      const { headers } = request;
      let cookie: string | undefined;
      if (accessGuard !== undefined) {
        if (headers.get('x-ief-access') === null) requireBuilderHeader(request);
        ({ cookie } = await accessGuard.check(headers, peer));
      }
      const prove = async (place: TargetPlace): Promise<string> => {
        const target = targets.find(({ id }) => id === place.target);
        if (target === undefined || target.auth !== 'token') return '';
        // The page says which target its token is for: no other one may see it.
        const isForAnother = (headers.get('x-ief-target') ?? target.id) !== target.id;
        if (accessGuard !== undefined) {
          return isForAnother ? '' : (headers.get('x-auth-token') ?? '');
        }
        if (isForAnother) {
          throw new HttpProblem('BUILDER.token_missing', 'The token is for another target.');
        }
        const token = readCallerToken(headers, target);
        await checkToken(place, token, peer);
        return token;
      };
      return {
        cookie,
        prove,
        async maySee(place) {
          // A rollout whose target was removed from the configuration can no longer be proved.
          const isKnown = targets.some(({ id }) => id === place.target);
          if (!isKnown) return accessGuard !== undefined;
          return prove(place).then(
            () => true,
            (error: unknown) => {
              if (error instanceof HttpProblem) return false;
              throw error;
            },
          );
        },
      };
    },
  };
}
