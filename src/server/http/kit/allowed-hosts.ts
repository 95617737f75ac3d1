const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** True if a Host header names this machine itself, with any port. */
export function isLoopbackHost(host: string | null): boolean {
  return LOOPBACK_NAMES.includes((host ?? '').toLowerCase().replace(/:\d+$/, ''));
}

/** Which Host headers the server accepts. */
export interface HostRules {
  /** The port the server actually listens on; read on every request, because 0 means "any". */
  readonly port: () => number;
  /** More `host` or `host:port` entries, as written in `ALLOWED_HOSTS`. */
  readonly allowed: readonly string[];
  /** The origin users open, such as `https://builder.example.com`. */
  readonly publicOrigin?: string | undefined;
}

/**
 * Creates the check that prevents DNS rebinding (docs/sources.md, section 8). It accepts loopback names with the
 * actual port, the public origin, and configured hosts. No wildcards. A missing Host is refused.
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
