import * as z from 'zod/mini';
import type { Session } from '#src/client/session/session.ts';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { pastedKinds } from '../paste/pasted-text.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { readToken, TOKEN_LIFE_MS } from './token-text.ts';

const sources = ['read', 'assumed', 'typed', 'unknown'] as const;

/** The part of a form that holds a token. */
export interface TokenInputs {
  token: string;
  /** When the token expires by the service's clock, as a datetime-local input shows it in this time zone. */
  until: string;
  /** Where that time comes from. */
  source: (typeof sources)[number];
  /** The service's clock minus this machine's, in milliseconds; 0 while it is unknown. */
  offsetMs: number;
}

/** A token as the session holds it; its end is by the clock of this machine. */
type SessionToken = Pick<Session, 'token' | 'tokenExpiresAt' | 'clockOffsetMs'>;

const noToken: SessionToken = { token: '', tokenExpiresAt: undefined, clockOffsetMs: undefined };

/** The inputs for a token of the session, or for none. */
export function toTokenInputs(session = noToken): TokenInputs {
  const { token, tokenExpiresAt, clockOffsetMs = 0 } = session;
  if (tokenExpiresAt === undefined)
    return { token, until: '', source: 'unknown', offsetMs: clockOffsetMs };
  const until = toLocalInput(tokenExpiresAt + clockOffsetMs);
  return { token, until, source: 'typed', offsetMs: clockOffsetMs };
}

/** What the inputs mean for the session, by the clock of this machine. A blank token is none. */
export function toSessionToken({
  token,
  until,
  offsetMs,
}: TokenInputs): Pick<Session, 'token' | 'tokenExpiresAt' | 'tokenGone'> {
  const moment = fromLocalInput(until);
  if (token.trim() === '' || moment === undefined)
    return { token: token.trim() && token, tokenExpiresAt: undefined, tokenGone: undefined };
  return { token, tokenExpiresAt: moment - offsetMs, tokenGone: undefined };
}

/** When a token that was just typed expires: as the token says, else a whole token life from now. */
export function endOf(token: string, offsetMs: number): Pick<TokenInputs, 'until' | 'source'> {
  if (token.trim() === '') return { until: '', source: 'unknown' };
  const { expiresAt } = readToken(token);
  return expiresAt === undefined
    ? { until: toLocalInput(Date.now() + offsetMs + TOKEN_LIFE_MS), source: 'assumed' }
    : { until: toLocalInput(expiresAt), source: 'read' };
}

/** The inputs once the service's clock is known: a time that was assumed by this machine's clock moves with it. */
export function withOffset(inputs: TokenInputs, offsetMs: number): TokenInputs {
  const until = fromLocalInput(inputs.until);
  if (inputs.source !== 'assumed' || until === undefined) return { ...inputs, offsetMs };
  return { ...inputs, until: toLocalInput(until - inputs.offsetMs + offsetMs), offsetMs };
}

/** The schema of each input; an error is a key of the dictionary. */
export function tokenShape({ isNeeded }: { isNeeded: boolean }) {
  return {
    token: z.string().check(
      z.refine((text) => !isNeeded || text.trim() !== '', {
        error: 'connection.tokenNeeded',
        abort: true,
      }),
      z.refine((text) => text.trim() === '' || pastedKinds.token.pattern.test(text), {
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
    ({ token, until, offsetMs }) => token.trim() === '' || !isOver(until, offsetMs),
    {
      path: ['until'],
      error: 'connection.untilOver',
    },
  );
}

/** Validates the token dialog. */
export const tokenResolver = formResolver(
  z.object(tokenShape({ isNeeded: true })).check(expiryCheck()),
);

function isOver(until: string, offsetMs: number): boolean {
  const moment = fromLocalInput(until);
  return moment !== undefined && moment <= Date.now() + offsetMs;
}
