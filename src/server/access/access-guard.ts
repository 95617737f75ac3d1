import { parse, serialize } from 'hono/utils/cookie';
import { isLoopbackHost } from '#src/server/http/kit/allowed-hosts.ts';
import { Problem } from '#src/server/http/kit/problem.ts';
import type { KeyedRateLimit } from '#src/server/http/limits/rate-limit.ts';
import { isBrowser } from '#src/server/http/kit/same-origin.ts';
import type { Session, Sessions } from './sessions.ts';

/** By which secret people come in: a link printed at the start, or a word they were given. */
export type AccessKind = 'launch' | 'access';

/** What the door keeper is made of. */
export interface AccessOptions {
  readonly kind: AccessKind;
  readonly sessions: Sessions;
  /** Wrong tries of the secret, by peer; beyond it they are told to wait. A right one passes and does not count. */
  readonly logins: KeyedRateLimit | undefined;
  /** Wrong tries by peer beyond which no try of that peer is looked at: what bounds guessing. */
  readonly guesses: KeyedRateLimit | undefined;
  /** True where people reach the server by https. */
  readonly secure: boolean;
  /** The path everything is served under, such as `/ief-builder`; empty at the root. */
  readonly basePath: string;
}

/** Lets those in who know the secret, where the server holds credentials of a target. */
export interface DoorKeeper {
  readonly kind: AccessKind;
  /**
   * Opens a session for the secret; the result is the cookie. `host` is where the browser thinks it is: over plain
   * http the cookie is for a loopback address alone. Throws Problem access_refused, rate_limited.
   */
  open(secret: unknown, peer: string, host: string | null): Promise<string>;
  /** Ends the session of a request; the result is a cookie that removes the old one. */
  close(headers: Headers): Promise<string>;
  isOpen(headers: Headers): Promise<boolean>;
  /** Lets a request pass to a target the server opens itself. Throws Problem access_needed, access_refused, rate_limited. */
  check(headers: Headers, peer: string): Promise<Passage>;
}

/** How a request came in. */
export interface Passage {
  /** What the caller proved, to tell callers apart; absent where nothing had to be proved. Never logged. */
  readonly proof?: readonly string[];
  /** The session's id; undefined for a program. */
  readonly session?: string;
  /** A fresh cookie, if one is due. */
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

/** A secret is no longer than this; anything longer is not looked at. */
const LONGEST_SECRET = 1_000;

/** Makes the door keeper. */
export function createDoorKeeper({
  kind,
  sessions,
  logins,
  guesses,
  secure,
  basePath,
}: AccessOptions): DoorKeeper {
  const name = cookieName(secure, basePath);
  const bake = (value: string, maxAge?: number) =>
    serialize(name, value, {
      path: `${basePath}/`,
      httpOnly: true,
      sameSite: 'Strict',
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  const sessionOf = async (headers: Headers): Promise<Session | undefined> => {
    const seal = parse(headers.get('cookie') ?? '', name)[name];
    return seal === undefined ? undefined : sessions.read(seal);
  };
  const isSecret = (text: unknown): boolean =>
    typeof text === 'string' && text.length <= LONGEST_SECRET && sessions.isSecret(text);
  /**
   * Throws Problem access_refused for a wrong secret, rate_limited for too many. A right one passes although somebody
   * behind the same address has just given five wrong ones.
   */
  const checkSecret = (text: unknown, peer: string) => {
    guesses?.check(peer);
    if (isSecret(text)) return;
    guesses?.take(peer);
    logins?.take(peer);
    throw new Problem('BUILDER.access_refused', 'That is not the secret of this server.');
  };
  return {
    kind,
    async open(secret, peer, host) {
      if (!secure && !isLoopbackHost(host)) {
        throw new Problem('BUILDER.access_refused', 'Come by https, or on a loopback address.');
      }
      checkSecret(secret, peer);
      return bake(await sessions.open());
    },
    async close(headers) {
      const session = await sessionOf(headers);
      if (session !== undefined) sessions.close(session);
      return bake('', 0);
    },
    isOpen: async (headers) => (await sessionOf(headers)) !== undefined,
    async check(headers, peer) {
      const given = headers.get('x-ief-access');
      // A page elsewhere cannot send this header without being asked about first, and is never allowed.
      if (given !== null && !isBrowser(headers)) {
        // Tries of the header and of the form are one: else the header would be the way to guess.
        checkSecret(given, peer);
        return { proof: ['secret'] };
      }
      const session = await sessionOf(headers);
      if (session === undefined) {
        throw new Problem(
          'BUILDER.access_needed',
          'This server opens the target itself, and wants to know who asks: give its secret.',
        );
      }
      const seal = await sessions.renew(session);
      return {
        session: session.id,
        proof: ['session', session.id],
        ...(seal === undefined ? {} : { cookie: bake(seal) }),
      };
    },
  };
}
