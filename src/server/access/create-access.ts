import type { Clock } from '#src/server/time/clock.ts';
import type { Config } from '#src/server/config/config.ts';
import { createKeyedRateLimit } from '#src/server/http/limits/rate-limit.ts';
import type { AccessOptions } from './access-guard.ts';
import { createSessions, makeSecret } from './sessions.ts';

/** Who may use what the server holds, and the secret of the link that is printed at the start, if there is one. */
export interface Access {
  readonly options: Omit<AccessOptions, 'secure' | 'basePath'>;
  readonly launchSecret: string | undefined;
}

/**
 * Right secrets pass beside so many times the wrong tries that are answered. Far beyond what a person mistypes, and
 * too slow to guess a secret of 16 characters or more: at 5 a minute, 144,000 guesses a day from one address.
 */
const GUESSES_PER_LOGIN = 20;

/**
 * The access of a server with this configuration; undefined if it holds no credentials. Without a secret in the
 * configuration (on a loopback address alone) one is made for this launch.
 */
export function createAccess(
  { targets, access, limits }: Config,
  clock: Clock,
): Access | undefined {
  if (targets.every(({ auth }) => auth.kind === 'token')) return undefined;
  const launchSecret = access.secret === undefined ? makeSecret() : undefined;
  const secret = access.secret ?? launchSecret ?? '';
  return {
    launchSecret,
    options: {
      kind: launchSecret === undefined ? 'access' : 'launch',
      sessions: createSessions(secret, access.sessionKey ?? makeSecret(), clock.wall),
      logins: createKeyedRateLimit(limits.loginsPerMinute, clock.elapsed),
      guesses: createKeyedRateLimit(limits.loginsPerMinute * GUESSES_PER_LOGIN, clock.elapsed),
    },
  };
}
