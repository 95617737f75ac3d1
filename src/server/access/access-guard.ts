import { parse, serialize } from 'hono/utils/cookie';
import { isLoopbackHost } from '#src/server/http/kit/allowed-hosts.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { KeyedRateLimit } from '#src/server/http/limits/rate-limit.ts';
import { isBrowser } from '#src/server/http/kit/same-origin.ts';
import type { AccessSession, Sessions } from './sessions.ts';

/** How people get the secret: by a link printed at startup, or from whoever runs the server. */
export type AccessKind = 'launch' | 'access';

export interface AccessOptions {
  readonly kind: AccessKind;
  readonly sessions: Sessions;
  /** Limits wrong tries of the secret by peer. The right secret passes and does not count. */
  readonly logins: KeyedRateLimit | undefined;
  /** Beyond this many wrong tries a peer's right secret is refused, too. This is what bounds guessing. */
  readonly guesses: KeyedRateLimit | undefined;
  /** True where people reach the server by https. */
  readonly secure: boolean;
  /** The path everything is served under, such as `/ief-builder`; empty at the root. */
  readonly basePath: string;
}

/** Lets in callers who know the secret, if the server holds the credentials of a target. */
export interface AccessGuard {
  readonly kind: AccessKind;
  /**
   * Opens a session for the secret and returns its cookie. `host` is the Host header: over plain http a session is
   * only opened on a loopback address. Throws HttpProblem access_refused or rate_limited.
   */
  open(secret: unknown, peer: string, host: string | null): Promise<string>;
  /** Ends the session of a request and returns a cookie that removes the old one. */
  close(headers: Headers): Promise<string>;
  isOpen(headers: Headers): Promise<boolean>;
  /** For targets the server signs in to. Throws HttpProblem access_needed, access_refused or rate_limited. */
  check(headers: Headers, peer: string): Promise<AccessGrant>;
}

/** On what grounds a request was let in. */
export interface AccessGrant {
  /** What the caller proved, to tell callers apart; absent if nothing had to be proved. Never logged. */
  readonly proof?: readonly string[];
  /** The ID of the session; undefined for a program. */
  readonly session?: string;
  /** A renewed cookie, if one is due. */
  readonly cookie?: string;
}

const COOKIE_NAME = 'ief_sid';

/**
 * The name of the session cookie. Over https a prefix makes browsers hold it to https: `__Host-`, which also holds it
 * to this host, but wants `Path=/`; below a base path `__Secure-`. The base path is part of the name, so that builders
 * under different paths of one host never read each other's cookie.
 */
function cookieName(secure: boolean, basePath: string): string {
  const own = COOKIE_NAME + basePath.replaceAll('/', '~');
  if (!secure) return own;
  return basePath === '' ? `__Host-${own}` : `__Secure-${own}`;
}

/** Longer texts are refused unread. */
const MAX_SECRET_LENGTH = 1_000;

export function createAccessGuard({
  kind,
  sessions,
  logins,
  guesses,
  secure,
  basePath,
}: AccessOptions): AccessGuard {
  const name = cookieName(secure, basePath);
  const serializeCookie = (value: string, maxAge?: number) =>
    serialize(name, value, {
      path: `${basePath}/`,
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  const sessionOf = async (headers: Headers): Promise<AccessSession | undefined> => {
    const sealedToken = parse(headers.get('cookie') ?? '', name)[name];
    return sealedToken === undefined ? undefined : sessions.read(sealedToken);
  };
  const isSecret = (text: unknown): boolean =>
    typeof text === 'string' && text.length <= MAX_SECRET_LENGTH && sessions.isSecret(text);
  /**
   * Throws HttpProblem access_refused for a wrong secret, rate_limited for too many. The right one passes even if
   * someone behind the same address has just given five wrong ones.
   */
  const checkSecret = (text: unknown, peer: string) => {
    guesses?.check(peer);
    if (isSecret(text)) return;
    guesses?.take(peer);
    logins?.take(peer);
    throw new HttpProblem('BUILDER.access_refused', 'That is not the secret of this server.');
  };
  return {
    kind,
    async open(secret, peer, host) {
      if (!secure && !isLoopbackHost(host)) {
        throw new HttpProblem('BUILDER.access_refused', 'Use https, or a loopback address.');
      }
      checkSecret(secret, peer);
      return serializeCookie(await sessions.open());
    },
    async close(headers) {
      const session = await sessionOf(headers);
      if (session !== undefined) sessions.close(session);
      return serializeCookie('', 0);
    },
    isOpen: async (headers) => (await sessionOf(headers)) !== undefined,
    async check(headers, peer) {
      const given = headers.get('x-ief-access');
      // A page of another origin cannot send this header without a preflight, which we never allow.
      if (given !== null && !isBrowser(headers)) {
        // Counted together with tries of the form, or the header would be the way to guess.
        checkSecret(given, peer);
        return { proof: ['secret'] };
      }
      const session = await sessionOf(headers);
      if (session === undefined) {
        throw new HttpProblem(
          'BUILDER.access_needed',
          'This server signs in to the target itself. Give its access secret first.',
        );
      }
      const sealedToken = await sessions.renew(session);
      return {
        session: session.id,
        proof: ['session', session.id],
        ...(sealedToken === undefined ? {} : { cookie: serializeCookie(sealedToken) }),
      };
    },
  };
}
