import { useSyncExternalStore } from 'react';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import { ownName } from '../base-path.ts';

/** A target, and whose resources there. */
export interface Where {
  readonly targetId: string;
  /** 32 hex digits; a configured target may fix it. */
  readonly projectId: string;
  readonly edition: Edition;
  /** ID of the platinum instance; only sent with the platinum edition. */
  readonly instanceId: string;
}

/** To whom the person speaks: everything about a request that is not the document. */
export interface Session extends Where {
  /** By which generation of the API the page offers fields and judges them. Not part of any request. */
  readonly generation: Generation;
  /** IAM token for a live target, given for that target alone. Kept in this page's memory only. */
  readonly token: string;
  /** When the token runs out, in milliseconds since 1970 by this machine's clock; undefined if nobody knows. */
  readonly tokenExpiresAt: number | undefined;
  /** Why a token that was here is gone; undefined after the next one is entered. */
  readonly tokenGone: TokenGone | undefined;
  /** The target's clock minus this machine's, as last seen, in milliseconds; undefined if nobody knows. */
  readonly clockOffsetMs: number | undefined;
  /** A token given for another place, where an attempt is looked for; in this page's memory only, too. */
  readonly elsewhere: TokenElsewhere | undefined;
  /** The fault the embedded mock is asked for with each create; empty for none. Not remembered either. */
  readonly fault: string;
}

/** Why and when a token left the page, in milliseconds since 1970 by this machine's clock. */
export interface TokenGone {
  readonly why: 'expired' | 'idle';
  readonly at: number;
}

/** A token that goes to one place which is not that of the connection. */
export interface TokenElsewhere extends Where {
  readonly token: string;
  readonly tokenExpiresAt: number | undefined;
}

/** A project ID: 32 hexadecimal digits, lower-case as the service gives them. */
export const PROJECT_ID = /^[0-9a-f]{32}$/;

const STORED_AS = ownName('ief-builder.session');

/** What is kept in the memory of the page alone. */
const forThisVisit = {
  token: '',
  tokenExpiresAt: undefined,
  tokenGone: undefined,
  elsewhere: undefined,
  clockOffsetMs: undefined,
  fault: '',
} satisfies Partial<Session>;

const initial: Session = {
  targetId: 'mock',
  // The project of the API page's own answer: any project is a tenant of the mock.
  projectId: '05e1aef9040010e22fccc009adecb056',
  edition: 'professional',
  generation: '2024-04',
  instanceId: '',
  ...forThisVisit,
};

let session: Session = restore();
const listeners = new Set<() => void>();

/** The session as it is now. */
export function getSession(): Session {
  return session;
}

/**
 * Changes parts of the session. Where requests go is remembered for the next visit; token, fault and clock are not.
 * A token stays behind when target or project become others, unless the change brings one.
 */
export function changeSession(change: Partial<Session>): void {
  const { targetId: oldTarget, projectId: oldProject } = session;
  session = { ...session, ...change };
  if (session.targetId !== oldTarget || session.projectId !== oldProject)
    session = { ...session, token: '', tokenExpiresAt: undefined, ...change };
  const { targetId, projectId, edition, generation, instanceId } = session;
  const remembered = { targetId, projectId, edition, generation, instanceId };
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(remembered));
  } catch {
    // Storage refused (private window, policy): the session lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The session, drawn again when it changes. */
export function useSession(): Session {
  return useSyncExternalStore(subscribeSession, getSession);
}

/** Calls back after every change, until the returned function is called. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function restore(): Session {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return initial;
    const text = (key: 'targetId' | 'projectId' | 'edition' | 'generation' | 'instanceId') => {
      const value: unknown = Reflect.get(stored, key);
      return typeof value === 'string' ? value : initial[key];
    };
    return {
      targetId: text('targetId'),
      projectId: text('projectId'),
      edition: text('edition') === 'platinum' ? 'platinum' : 'professional',
      generation: text('generation') === '2025' ? '2025' : '2024-04',
      instanceId: text('instanceId'),
      ...forThisVisit,
    };
  } catch {
    return initial;
  }
}

/** Everything a list of the service depends on: another project is another list. Of the token, a secret, only its presence. */
export function whereOf({ targetId, projectId, edition, instanceId, token }: Session) {
  return [targetId, projectId, edition, instanceId, token !== ''] as const;
}
