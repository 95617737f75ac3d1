import { queryOptions } from '@tanstack/react-query';
import { asObject } from '#src/json/value.ts';
import { HttpError, isClientError } from '../http/errors.ts';
import { send } from '../http/request.ts';

/** Whether this browser can use the credentials of the server. `open`: the server holds none. */
export interface Access {
  readonly state: 'open' | 'locked' | 'granted';
  /** The source of the secret: the link printed at startup, or the operator. Null if there is none. */
  readonly kind: 'launch' | 'access' | null;
  /** True if the server refused the secret in the link that this page was opened with. */
  readonly isLinkRefused: boolean;
}

const open: Access = { state: 'open', kind: null, isLinkRefused: false };

let isLinkRefused = false;

/** The pending entry. The access state is read after it. */
let pendingEntry: Promise<unknown> = Promise.resolve();

/** The access state of this browser. A server without this route holds no credentials. */
export const accessQuery = queryOptions({
  queryKey: ['access'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Access> => {
    await pendingEntry;
    try {
      const { json } = await send('/api/session', { signal });
      const { state, kind } = asObject(json);
      if (state !== 'locked' && state !== 'granted') return open;
      return {
        state,
        kind: kind === 'launch' || kind === 'access' ? kind : null,
        isLinkRefused: isLinkRefused && state === 'locked',
      };
    } catch (error) {
      if (isClientError(error) && error.kind === 'http' && error.status === 404) return open;
      throw error;
    }
  },
});

/**
 * Sends the secret to the server, which sets a cookie that scripts cannot read. The secret is not stored. Throws the
 * errors of {@link send}: 401 `BUILDER.access_refused` for a wrong secret, 429 after too many attempts.
 */
export async function enterAccess(secret: string): Promise<void> {
  const posting = send('/api/session', { method: 'POST', body: JSON.stringify({ secret }) });
  pendingEntry = posting.catch(() => undefined);
  await posting;
}

/** Enters the secret of a launch link. Never rejects: `accessQuery` reports whether the server refused it. */
export async function followLink(secret: string): Promise<void> {
  try {
    await enterAccess(secret);
    isLinkRefused = false;
  } catch (error) {
    isLinkRefused = isClientError(error) && error.kind === 'http' && error.status === 401;
  }
}

/** Ends the session of this browser. Throws the errors of {@link send}. */
export async function leaveAccess(): Promise<void> {
  await send('/api/session', { method: 'DELETE' });
}

/** A refusal that the user can resolve by signing in. */
export type SignInRefusal = Pick<
  HttpError,
  'status' | 'code' | 'message' | 'requestId' | 'clockOffsetMs' | 'serverOffsetMs'
>;

/** The refusal in an error; undefined if signing in would not help. */
export function signInRefusal(error: unknown): SignInRefusal | undefined {
  return error instanceof HttpError && missingSignIn(error) !== undefined ? error : undefined;
}

/** The sign-in that a refusal requires: another token, or the access secret; undefined for other errors. */
export function missingSignIn(error: unknown): 'token' | 'access' | undefined {
  if (!isClientError(error) || error.kind !== 'http') return undefined;
  if (error.code === 'BUILDER.access_needed') return 'access';
  return error.status === 401 || error.code === 'IEF.011005' ? 'token' : undefined;
}
