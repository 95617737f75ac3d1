import { MockError } from '#src/server/mock-ief/kit/errors.ts';

/** The tokens that the fault `token-expires` ended, each for one project. */
export interface ExpiredTokens {
  expire(request: Request): void;
  /** Throws MockError unauthorized (the gateway's 401) if the token of the request has expired. */
  check(request: Request): void;
  /** The token is valid again, because it was issued again. */
  renew(token: string): void;
}

/** The most that are remembered; after that, the oldest are valid again. */
const MAX_EXPIRED = 1_000;

/**
 * `suppliedToken` is the one that our server sends for callers without a token. Nobody can enter another one, so it is
 * renewed when it was refused once.
 */
export function createExpiredTokens(suppliedToken: string | undefined): ExpiredTokens {
  const expired = new Set<string>();
  return {
    expire(request) {
      const key = keyOf(request);
      if (key === undefined) return;
      if (expired.size >= MAX_EXPIRED) expired.delete([...expired][0]!);
      expired.add(key);
    },
    check(request) {
      const key = keyOf(request);
      if (key === undefined || !expired.has(key)) return;
      if (tokenOf(request) === suppliedToken) expired.delete(key);
      throw new MockError(
        'unauthorized',
        'Incorrect IAM authentication information: token expires',
      );
    },
    renew(token) {
      for (const key of expired) if (key.endsWith(` ${token}`)) expired.delete(key);
    },
  };
}

function tokenOf({ headers }: Request): string {
  return headers.get('x-auth-token') ?? '';
}

/** Undefined for requests without a token or a project. */
function keyOf(request: Request): string | undefined {
  const token = tokenOf(request);
  const project = /^\/v[23]\/([0-9a-f]{32})\//i.exec(new URL(request.url).pathname)?.[1];
  return token === '' || project === undefined ? undefined : `${project} ${token}`;
}
