import { queryOptions } from '@tanstack/react-query';
import { asObject } from '#src/json/value.ts';
import { HttpError, isClientError } from '../http/errors.ts';
import { send } from '../http/request.ts';

/** Whether this browser may use what the server holds. `open`: the server holds no credentials. */
export interface Access {
  readonly state: 'open' | 'locked' | 'granted';
  /** Where the secret comes from: the link printed at the start, or the operator; null if there is none. */
  readonly kind: 'launch' | 'access' | null;
  /** The link this page was opened with held a secret the server did not take. */
  readonly isLinkRefused: boolean;
}

/** What a server that holds nothing says, and one that does not know the question. */
const open: Access = { state: 'open', kind: null, isLinkRefused: false };

let isLinkRefused = false;

/** The entry under way; the state is asked for after it. */
let entering: Promise<unknown> = Promise.resolve();

/** Whether this browser may use what the server holds. A server without this route holds nothing. */
export const accessQuery = queryOptions({
  queryKey: ['access'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Access> => {
    await entering;
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
 * Shows the server the secret, once; the answer is a cookie that scripts cannot read, and the secret is kept
 * nowhere. Throws the errors of {@link send}: 401 `BUILDER.access_refused` for a wrong secret, 429 for too many tries.
 */
export async function enterAccess(secret: string): Promise<void> {
  const posting = send('/api/session', { method: 'POST', body: JSON.stringify({ secret }) });
  entering = posting.catch(() => undefined);
  await posting;
}

/** As {@link enterAccess}, with the secret of the link the page was opened with. Never rejects: the state tells. */
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

/** A refusal that asks the person to sign in, as it came. */
export type SignInRefusal = Pick<
  HttpError,
  'status' | 'code' | 'message' | 'requestId' | 'clockOffsetMs' | 'serverOffsetMs'
>;

/** An error as the refusal that it is; undefined for one that signing in does not help. */
export function signInRefusal(error: unknown): SignInRefusal | undefined {
  return error instanceof HttpError && missingSignIn(error) !== undefined ? error : undefined;
}

/** What a refusal asks the person for: a token the service takes, or the access secret; undefined for anything else. */
export function missingSignIn(error: unknown): 'token' | 'access' | undefined {
  if (!isClientError(error) || error.kind !== 'http') return undefined;
  if (error.code === 'BUILDER.access_needed') return 'access';
  return error.status === 401 || error.code === 'IEF.011005' ? 'token' : undefined;
}
