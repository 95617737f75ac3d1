import { parse, serialize } from 'hono/utils/cookie';
import { isLoopbackHost } from '#src/server/http/kit/allowed-hosts.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { KeyedRateLimit } from '#src/server/http/limits/rate-limit.ts';
import { isBrowser } from '#src/server/http/kit/same-origin.ts';
import type { AccessSession, Sessions } from './sessions.ts';

/** How users get the secret: from a link printed at startup, or from the operator. */
export type AccessKind = 'launch' | 'access';

export interface AccessOptions {
  readonly kind: AccessKind;
  readonly sessions: Sessions;
  /** Limits wrong secrets per peer. A correct secret passes and is not counted. */
  readonly logins: KeyedRateLimit | undefined;
  /** After this many wrong secrets from a peer, even the correct one is refused. This bounds guessing. */
  readonly guesses: KeyedRateLimit | undefined;
  /** True if users reach the server over https. */
  readonly secure: boolean;
  /** Such as `/ief-builder`; empty at the root. */
  readonly basePath: string;
}

/** Admits callers who know the secret. Used if the server holds credentials for a target. */
export interface AccessGuard {
  readonly kind: AccessKind;
  /**
   * Opens a session and returns its cookie. Over plain http it does so only if `host` (the Host header) is a loopback
   * address. Throws HttpProblem access_refused or rate_limited.
   */
  open(secret: unknown, peer: string, host: string | null): Promise<string>;
  /** Ends the session of a request and returns a cookie that deletes the old one. */
  close(headers: Headers): Promise<string>;
  isOpen(headers: Headers): Promise<boolean>;
  /** For targets the server signs in to. Throws HttpProblem access_needed, access_refused or rate_limited. */
  check(headers: Headers, peer: string): Promise<AccessGrant>;
}

/** Why a request was admitted. */
export interface AccessGrant {
  /** The credential that the caller proved; identifies the caller. Absent if no proof was needed. Never logged. */
  readonly proof?: readonly string[];
  /** Undefined for a program. */
  readonly session?: string;
  readonly cookie?: string;
}

const COOKIE_NAME = 'ief_sid';

/**
 * Over https a name prefix makes browsers enforce the cookie's attributes: `__Host-` at the root (it requires
 * `Path=/`), `__Secure-` below a base path. The name includes the base path, so that two builders on one host never
 * read each other's cookie.
 */
function cookieName(secure: boolean, basePath: string): string {
  const own = COOKIE_NAME + basePath.replaceAll('/', '~');
  if (!secure) return own;
  return basePath === '' ? `__Host-${own}` : `__Secure-${own}`;
}

const MAX_SECRET_LENGTH = 1_000;

/** Node reads headers as Latin-1, and programs send UTF-8: a secret may have any characters. */
function textOfHeader(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}

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
   * Throws HttpProblem access_refused for a wrong secret, rate_limited for too many. A correct secret passes even if
   * someone behind the same address has just sent five wrong ones.
   */
  const checkSecret = (text: unknown, peer: string) => {
    guesses?.check(peer);
    if (isSecret(text)) return;
    guesses?.take(peer);
    logins?.take(peer);
    throw new HttpProblem('BUILDER.access_refused', 'The access secret is wrong.');
  };
  return {
    kind,
    async open(secret, peer, host) {
      if (!secure && !isLoopbackHost(host)) {
        throw new HttpProblem('BUILDER.access_refused', 'Use https or a loopback address.');
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
        // Counted together with the form's attempts; otherwise this header would allow unlimited guessing.
        checkSecret(textOfHeader(given), peer);
        return { proof: ['secret'] };
      }
      const session = await sessionOf(headers);
      if (session === undefined) {
        throw new HttpProblem(
          'BUILDER.access_needed',
          'This server signs in to the target itself. Enter its access secret first.',
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
