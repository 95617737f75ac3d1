import type { Clock } from './time/clock.ts';
import type { Config } from './config/config.ts';
import { createKeyedRateLimit } from './http/limits/rate-limit.ts';
import type { AccessOptions } from './access/access-guard.ts';
import { createSessions, makeSecret } from './access/sessions.ts';

/** Who may use the credentials the server holds, and the secret of the link printed at startup, if there is one. */
interface Access {
  readonly options: Omit<AccessOptions, 'secure' | 'basePath'>;
  readonly launchSecret: string | undefined;
}

/**
 * How many times the wrong tries of `loginsPerMinute` a peer may make before even the right secret is refused. Far more
 * than a person mistypes, and too few to guess 16 characters: at 5 a minute, 144,000 guesses a day from one address.
 */
const GUESSES_PER_LOGIN = 20;

/**
 * Undefined if the server holds no credentials. Without a secret in the configuration, which is possible only on a
 * loopback address, one is made for this launch.
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
