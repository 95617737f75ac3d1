import type { Upstream } from '#src/server/proxy/upstream/upstream.ts';
import type { Authorizer } from '#src/server/proxy/authorizer.ts';
import { readRefusal } from './read-refusal.ts';
import { createIamTokens, type IamUser } from './iam-tokens.ts';

/**
 * Authenticates requests with tokens of an IAM user whose password the server holds; the caller's own token is
 * ignored. A refused token is replaced once. Tokens never leave the server.
 */
export function createPasswordAuthorizer(
  iam: Upstream,
  user: IamUser,
  now: () => number,
): Authorizer {
  const tokens = createIamTokens(iam, user, now);
  return {
    async authorize() {
      return { 'x-auth-token': await tokens.get() };
    },
    async recoverFrom(response, refusedHeaders) {
      return (
        readRefusal(response) !== undefined && tokens.replace(refusedHeaders['x-auth-token'] ?? '')
      );
    },
    explain(response) {
      if (readRefusal(response) === undefined) return undefined;
      return {
        message: 'The target refused the token this server got from IAM. Nothing was done.',
        reason: 'iam_token',
      };
    },
    secrets: (sent) => [user.password, tokens.peek() ?? '', sent['x-auth-token'] ?? ''],
  };
}
