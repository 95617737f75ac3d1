import type { AccessGuard } from '#src/server/access/access-guard.ts';
import { HttpProblem, type ProblemCode } from '#src/server/http/kit/problem.ts';
import { requireBuilderHeader } from '#src/server/http/kit/same-origin.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import { readCallerToken } from '#src/server/proxy/upstream-headers.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';
import { createTokenChecks } from './token-checks.ts';

/** The caller may not see the place. After any other problem, that is not known. */
const refusals: ReadonlySet<ProblemCode> = new Set([
  'BUILDER.token_missing',
  'BUILDER.token_refused',
  'BUILDER.bad_header',
]);

type PlaceAccess = 'yes' | 'no' | 'unchecked';

/** The rights of a caller, as found by {@link RolloutAccess.admit}. */
export interface RolloutCaller {
  /** Throws HttpProblem unless the caller may read and change rollouts at this place. Returns the token, or ''. */
  prove(place: TargetPlace): Promise<string>;
  /** Like `prove`, for lists; `unchecked` if the target cannot check the token at the moment. */
  maySee(place: TargetPlace): Promise<PlaceAccess>;
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
  service: Pick<RolloutService, 'targets' | 'callTargetOf' | 'clock'>,
  accessGuard: AccessGuard | undefined,
  limits: LiveLimits | undefined,
): RolloutAccess {
  const { targets } = service;
  const checks = createTokenChecks(service, limits);
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
        await checks.check(place, token, peer);
        return token;
      };
      return {
        cookie,
        prove,
        async maySee(place) {
          // A rollout whose target was removed from the configuration can no longer be proved.
          const isKnown = targets.some(({ id }) => id === place.target);
          if (!isKnown) return accessGuard === undefined ? 'no' : 'yes';
          if (checks.wasRefused(place, headers.get('x-auth-token') ?? '')) return 'no';
          return prove(place).then(
            () => 'yes',
            (error: unknown) => {
              if (!(error instanceof HttpProblem)) throw error;
              return refusals.has(error.code) ? 'no' : 'unchecked';
            },
          );
        },
      };
    },
  };
}
