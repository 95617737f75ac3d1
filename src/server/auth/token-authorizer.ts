import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { Authorizer } from '#src/server/proxy/authorizer.ts';

/** Uses the caller's own token, or `ownToken` for a caller without one (embedded mock only). */
export function createTokenAuthorizer(ownToken?: string): Authorizer {
  return {
    authorize(_request, callerToken) {
      const token = callerToken === '' ? ownToken : callerToken;
      if (token !== undefined) return { 'x-auth-token': token };
      throw new HttpProblem('BUILDER.token_missing', 'This target needs a token in X-Auth-Token.');
    },
    recoverFrom: () => false,
    explain: () => undefined,
    secrets: () => (ownToken === undefined ? [] : [ownToken]),
  };
}
