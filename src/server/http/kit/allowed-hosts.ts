const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True for a Host header of this machine itself, whatever its port. */
export function isLoopbackHost(host: string | null): boolean {
  return LOOPBACK_NAMES.includes((host ?? '').toLowerCase().replace(/:\d+$/, ''));
}

/** Which Host headers the server answers to. */
export interface HostRules {
  /** The port the server really listens on; asked for at every request, since 0 means "any". */
  readonly port: () => number;
  /** Further `host` or `host:port`, as people write them in `ALLOWED_HOSTS`. */
  readonly allowed: readonly string[];
  /** The origin people reach the server by, such as `https://builder.example.com`. */
  readonly publicOrigin?: string | undefined;
}

/**
 * Makes the check that stops DNS rebinding (docs/sources.md, section 8): loopback names with the
 * real port, the public origin, and what was configured. No wildcards. An absent Host is refused.
 */
export function createHostCheck(rules: HostRules): (host: string | null) => boolean {
  const listed = new Set(rules.allowed.map((host) => host.toLowerCase()));
  if (rules.publicOrigin !== undefined) listed.add(new URL(rules.publicOrigin).host);
  return (host) => {
    if (host === null) return false;
    const requested = host.toLowerCase();
    if (listed.has(requested)) return true;
    const port = rules.port();
    return LOOPBACK_NAMES.some(
      (name) => requested === `${name}:${port}` || (port === 80 && requested === name),
    );
  };
}
