import * as z from 'zod/mini';
import type { Session } from '#src/client/session/session.ts';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { pasteFields } from '../paste/check-paste.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { readToken, TOKEN_LIFETIME_MS } from './read-token.ts';

const sources = ['read', 'assumed', 'typed', 'unknown'] as const;

/** The inputs for a token, as part of a form. */
export interface TokenInputs {
  token: string;
  /** The expiry by the service's clock, as the value of a datetime-local input. */
  until: string;
  /** The origin of that time. */
  source: (typeof sources)[number];
  /** The service's clock minus this machine's, in milliseconds; 0 while it is unknown. */
  offsetMs: number;
}

type SessionToken = Pick<Session, 'token' | 'tokenExpiresAt' | 'clockOffsetMs'>;

const noToken: SessionToken = { token: '', tokenExpiresAt: undefined, clockOffsetMs: undefined };

export function toTokenInputs(session = noToken): TokenInputs {
  const { token, tokenExpiresAt, clockOffsetMs = 0 } = session;
  if (tokenExpiresAt === undefined)
    return { token, until: '', source: 'unknown', offsetMs: clockOffsetMs };
  const until = toLocalInput(tokenExpiresAt + clockOffsetMs);
  return { token, until, source: 'typed', offsetMs: clockOffsetMs };
}

/** The change of the session for the inputs. Its expiry is by the clock of this machine; a blank token counts as none. */
export function toSessionToken({
  token,
  until,
  offsetMs,
}: TokenInputs): Pick<Session, 'token' | 'tokenExpiresAt' | 'removedToken'> {
  const expiresAt = fromLocalInput(until);
  if (token.trim() === '' || expiresAt === undefined)
    return { token: token.trim() && token, tokenExpiresAt: undefined, removedToken: undefined };
  return { token, tokenExpiresAt: expiresAt - offsetMs, removedToken: undefined };
}

/** The expiry of a token that was just entered: read from the token, or else 24 hours from now. */
export function expiryOf(token: string, offsetMs: number): Pick<TokenInputs, 'until' | 'source'> {
  if (token.trim() === '') return { until: '', source: 'unknown' };
  const { expiresAt } = readToken(token);
  return expiresAt === undefined
    ? { until: toLocalInput(Date.now() + offsetMs + TOKEN_LIFETIME_MS), source: 'assumed' }
    : { until: toLocalInput(expiresAt), source: 'read' };
}

/** The inputs with the offset of the service's clock. An expiry that was assumed by this machine's clock is adjusted. */
export function withOffset(inputs: TokenInputs, offsetMs: number): TokenInputs {
  const until = fromLocalInput(inputs.until);
  if (inputs.source !== 'assumed' || until === undefined) return { ...inputs, offsetMs };
  return { ...inputs, until: toLocalInput(until - inputs.offsetMs + offsetMs), offsetMs };
}

/** The schema of each input. Errors are keys of the dictionary. */
export function tokenShape({ isRequired }: { isRequired: boolean }) {
  return {
    token: z.string().check(
      z.refine((text) => !isRequired || text.trim() !== '', {
        error: 'connection.tokenNeeded',
        abort: true,
      }),
      z.refine((text) => text.trim() === '' || pasteFields.token.pattern.test(text), {
        error: 'connection.tokenWrong',
      }),
    ),
    until: z.string(),
    source: z.enum(sources),
    offsetMs: z.number(),
  };
}

/** Refuses a token that has expired. */
export function expiryCheck<T extends TokenInputs>() {
  return z.refine<T>(
    ({ token, until, offsetMs }) => token.trim() === '' || !isExpired(until, offsetMs),
    {
      path: ['until'],
      error: 'connection.untilOver',
    },
  );
}

/** Validates the token dialog. */
export const tokenResolver = formResolver(
  z.object(tokenShape({ isRequired: true })).check(expiryCheck()),
);

function isExpired(until: string, offsetMs: number): boolean {
  const expiresAt = fromLocalInput(until);
  return expiresAt !== undefined && expiresAt <= Date.now() + offsetMs;
}
