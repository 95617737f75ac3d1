import { hkdfSync, randomBytes, randomUUID, timingSafeEqual, createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

const IDLE_S = 30 * 60;
const ABSOLUTE_S = 8 * 60 * 60;
/** A seal is made anew once it is so old, at most: what is used within it costs nothing. */
const RENEW_AFTER_S = 60;

/** A browser that showed the secret. Times are seconds since 1970. */
export interface Session {
  readonly id: string;
  readonly openedAt: number;
  readonly seenAt: number;
}

/** Sessions that live in their cookies: sealed, so that any replica with the same key can read them. */
export interface Sessions {
  /** True if this is the secret; takes the same time for any other text. */
  isSecret(text: string): boolean;
  /** A new session, sealed. */
  open(): Promise<string>;
  /** The session of a seal; undefined if it is none of ours, too old, idle for too long, or closed. */
  read(seal: string): Promise<Session | undefined>;
  /** A fresh seal for a session in use; undefined while the old one is young. */
  renew(session: Session): Promise<string | undefined>;
  /** Ends a session before its time. Other replicas do not learn of it. */
  close(session: Session): void;
}

/** Makes a random secret of 256 bits, fit for an address. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Sessions for whoever knows `secret`; another secret is an end of them all. `key` is what replicas share, of any
 * length and at least 256 bits of chance; `now` is in milliseconds since 1970.
 */
export function createSessions(secret: string, key: string, now: () => number): Sessions {
  const sealKey = new Uint8Array(
    hkdfSync('sha256', key, digest(secret), 'ief-builder session seal', 32),
  );
  const closed = new Map<string, number>();
  const nowS = () => Math.floor(now() / 1000);

  function seal({ id, openedAt, seenAt }: Session): Promise<string> {
    return new EncryptJWT({ openedAt, seenAt })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setJti(id)
      .encrypt(sealKey);
  }

  return {
    isSecret: (text) => timingSafeEqual(digest(text), digest(secret)),
    open() {
      const time = nowS();
      return seal({ id: randomUUID(), openedAt: time, seenAt: time });
    },
    async read(sealed) {
      const session = await unseal(sealed, sealKey);
      if (session === undefined || closed.has(session.id)) return undefined;
      const time = nowS();
      const isAlive = time - session.seenAt <= IDLE_S && time - session.openedAt <= ABSOLUTE_S;
      return isAlive ? session : undefined;
    },
    async renew(session) {
      const time = nowS();
      if (time - session.seenAt < RENEW_AFTER_S) return undefined;
      return seal({ ...session, seenAt: time });
    },
    close({ id, openedAt }) {
      const time = nowS();
      for (const [one, until] of closed) if (until < time) closed.delete(one);
      closed.set(id, openedAt + ABSOLUTE_S);
    },
  };
}

async function unseal(sealed: string, key: Uint8Array): Promise<Session | undefined> {
  try {
    const { payload } = await jwtDecrypt(sealed, key, {
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

/** Of one length, as timingSafeEqual wants it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
