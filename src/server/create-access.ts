import type { Clock } from './time/clock.ts';
import type { Config } from './config/config.ts';
import { createKeyedRateLimit } from './http/limits/rate-limit.ts';
import type { AccessOptions } from './access/access-guard.ts';
import { createSessions, makeSecret } from './access/sessions.ts';

/** Who may use the credentials the server holds, and the secret of the link printed at startup, if any. */
interface Access {
  readonly options: Omit<AccessOptions, 'secure' | 'basePath'>;
  readonly launchSecret: string | undefined;
}

/**
 * A peer may make this many times `loginsPerMinute` wrong attempts before even the correct secret is refused. That is
 * far more than typing errors need, and too few to guess 16 characters: at 5 a minute, 144,000 guesses a day from one
 * address.
 */
const GUESSES_PER_LOGIN = 20;

/**
 * Returns undefined if the server holds no credentials. If no secret is configured, which is only possible on a
 * loopback address, it creates one for this launch.
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
