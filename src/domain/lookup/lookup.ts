import { classifyCandidates, type Candidates, type SentCreate } from './candidates.ts';
import type { DeploymentListing, DeploymentRecord } from './deployment-record.ts';
import { POLLS_MS } from './poll-times.ts';

/** How long after the request ended a poll is conclusive, unless the caller knows better. */
const DECIDES_MS = POLLS_MS.at(-1)!;
/** Delays after failed polls, milliseconds; the last one repeats. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** The longest delay that a service may ask for. */
const MAX_RETRY_MS = 60_000;

/** Why a poll failed. */
export interface LookupError {
  /** `signIn`: a valid token, or the server's access secret, is missing. `refused`: no permission. */
  readonly kind: 'signIn' | 'refused' | 'other';
  readonly message: string;
  readonly retryAfterS?: number | undefined;
  /** The error as it was thrown. */
  readonly cause?: unknown;
}

/**
 * The lookup of a create whose outcome is unknown, as plain data; {@link advanceLookup} moves it on. Its times
 * come from a monotonic clock, so that changes of the system clock do not affect the verdict.
 */
export interface Lookup {
  readonly create: SentCreate;
  /** When the request ended: polls are scheduled from here. */
  readonly endedAt: number;
  /** A poll that starts at this time or later is conclusive: a deployment missing from it was not created. */
  readonly decidesAt: number;
  readonly phase: 'waiting' | 'polling' | 'needsSignIn' | 'stopped' | 'done';
  /** When the next poll is due, while waiting. */
  readonly nextAt: number;
  /** When the current or the last poll started. */
  readonly pollStartedAt: number;
  /** How many polls returned a list. */
  readonly polls: number;
  /** How many polls failed in a row. */
  readonly failures: number;
  readonly error?: LookupError | undefined;
  /** True if the last list was truncated. */
  readonly isIncomplete?: boolean;
  /** From the last list. */
  readonly candidates?: Candidates;
  /** Set when done. */
  readonly verdict?: 'created' | 'notFound' | 'ambiguous';
}

export type LookupEvent =
  | { readonly type: 'poll'; readonly at: number }
  | { readonly type: 'listed'; readonly at: number; readonly listing: DeploymentListing }
  | { readonly type: 'failed'; readonly at: number; readonly error: LookupError }
  | { readonly type: 'stop' };

/** A lookup that is due to poll at once. */
export function startLookup(
  create: SentCreate,
  endedAt: number,
  now: number,
  decidesAt = endedAt + DECIDES_MS,
): Lookup {
  return {
    create,
    endedAt,
    decidesAt,
    phase: 'waiting',
    nextAt: now,
    pollStartedAt: now,
    polls: 0,
    failures: 0,
  };
}

/**
 * The lookup after an event. Events that do not fit its phase, such as the response to a stopped poll, change
 * nothing.
 */
export function advanceLookup(lookup: Lookup, event: LookupEvent): Lookup {
  if (lookup.phase === 'done') return lookup;
  if (event.type === 'stop') return { ...lookup, phase: 'stopped' };
  if (event.type === 'poll')
    return lookup.phase === 'polling'
      ? lookup
      : { ...lookup, phase: 'polling', pollStartedAt: event.at };
  if (lookup.phase !== 'polling') return lookup;
  return event.type === 'failed'
    ? afterFailure(lookup, event.error, event.at)
    : afterListing(lookup, event.listing, event.at);
}

/** The deployment that the create created; undefined unless the verdict is `created`. */
export function foundDeployment({ verdict, candidates }: Lookup): DeploymentRecord | undefined {
  return verdict === 'created' ? candidates?.matches[0] : undefined;
}

function afterFailure(lookup: Lookup, error: LookupError, at: number): Lookup {
  const requested = Math.min((error.retryAfterS ?? 0) * 1000, MAX_RETRY_MS);
  const delay = Math.max(requested, RETRY_MS[Math.min(lookup.failures, RETRY_MS.length - 1)]!);
  return {
    ...lookup,
    phase: error.kind === 'signIn' ? 'needsSignIn' : 'waiting',
    nextAt: at + delay,
    failures: lookup.failures + 1,
    error,
  };
}

function afterListing(
  lookup: Lookup,
  { deployments, isComplete, clockOffsetMs }: DeploymentListing,
  at: number,
): Lookup {
  const create = {
    ...lookup.create,
    clockOffsetMs: clockOffsetMs ?? lookup.create.clockOffsetMs,
  };
  const candidates = classifyCandidates(deployments, create);
  const listed: Lookup = {
    ...lookup,
    create,
    polls: lookup.polls + 1,
    failures: 0,
    error: undefined,
    isIncomplete: !isComplete,
    candidates,
  };
  const count = candidates.matches.length + candidates.undated.length;
  if (count > 0) {
    const isCertain = count === 1 && candidates.matches.length === 1;
    return { ...listed, phase: 'done', verdict: isCertain ? 'created' : 'ambiguous' };
  }
  // The list is at least as new as the start of the poll.
  if (lookup.pollStartedAt >= lookup.decidesAt) {
    // A deployment missing from a truncated list may be in the rest, and polling again would not show it
    // either.
    return isComplete
      ? { ...listed, phase: 'done', verdict: 'notFound' }
      : { ...listed, phase: 'stopped' };
  }
  const next = POLLS_MS.map((delay) => lookup.endedAt + delay).find((time) => time > at);
  return {
    ...listed,
    phase: 'waiting',
    nextAt: Math.min(next ?? Infinity, Math.max(at, lookup.decidesAt)),
  };
}
