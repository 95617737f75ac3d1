import { hkdfSync, randomBytes, randomUUID, timingSafeEqual, createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

const IDLE_S = 30 * 60;
const ABSOLUTE_S = 8 * 60 * 60;
/** The minimum age of a cookie before it is renewed. */
const RENEW_AFTER_S = 60;

/** A browser that sent the secret. Times are seconds since 1970. */
export interface AccessSession {
  readonly id: string;
  readonly openedAt: number;
  readonly seenAt: number;
}

/** Sessions stored in encrypted cookies. Every replica with the same key can read them. */
export interface Sessions {
  /** Runs in constant time. */
  isSecret(text: string): boolean;
  /** Returns the sealed token of a new session. */
  open(): Promise<string>;
  /** Returns undefined if the token is invalid, expired, idle for too long, or its session was closed. */
  read(sealedToken: string): Promise<AccessSession | undefined>;
  /** Returns a new token, or undefined if the current one is recent. */
  renew(session: AccessSession): Promise<string | undefined>;
  /** Ends a session early. Only this process knows about it. */
  close(session: AccessSession): void;
}

/** A random secret of 256 bits, safe to use in a URL. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Sessions for everyone who knows `secret`; changing it ends them all. `key` is shared by replicas and needs at least
 * 256 bits of entropy, in any length. `now` is in milliseconds since 1970.
 */
export function createSessions(secret: string, key: string, now: () => number): Sessions {
  const cookieKey = new Uint8Array(
    hkdfSync('sha256', key, digest(secret), 'ief-builder session seal', 32),
  );
  const closed = new Map<string, number>();
  const nowS = () => Math.floor(now() / 1000);

  function encrypt({ id, openedAt, seenAt }: AccessSession): Promise<string> {
    return new EncryptJWT({ openedAt, seenAt })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setJti(id)
      .encrypt(cookieKey);
  }

  return {
    isSecret: (text) => timingSafeEqual(digest(text), digest(secret)),
    open() {
      const time = nowS();
      return encrypt({ id: randomUUID(), openedAt: time, seenAt: time });
    },
    async read(sealedToken) {
      const session = await decrypt(sealedToken, cookieKey);
      if (session === undefined || closed.has(session.id)) return undefined;
      const time = nowS();
      const isAlive = time - session.seenAt <= IDLE_S && time - session.openedAt <= ABSOLUTE_S;
      return isAlive ? session : undefined;
    },
    async renew(session) {
      const time = nowS();
      if (time - session.seenAt < RENEW_AFTER_S) return undefined;
      return encrypt({ ...session, seenAt: time });
    },
    close({ id, openedAt }) {
      const time = nowS();
      for (const [closedId, until] of closed) if (until < time) closed.delete(closedId);
      closed.set(id, openedAt + ABSOLUTE_S);
    },
  };
}

async function decrypt(sealedToken: string, key: Uint8Array): Promise<AccessSession | undefined> {
  try {
    const { payload } = await jwtDecrypt(sealedToken, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const { jti, openedAt, seenAt } = payload;
    if (typeof jti !== 'string' || typeof openedAt !== 'number' || typeof seenAt !== 'number') {
      return undefined;
    }
    return { id: jti, openedAt, seenAt };
  } catch {
    return undefined;
  }
}

/** timingSafeEqual requires inputs of equal length. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
