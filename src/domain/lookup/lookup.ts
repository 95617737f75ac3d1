import type { SignInRefusal } from '#src/client/access.ts';
import type { DeploymentRecord, DeploymentListing } from './deployment-record.ts';
import { tellApart, type Sighting, type Wanted } from './candidates.ts';

/** When looks are due after the attempt ended, milliseconds: at once, then after 1, 2, 4, 8, 15 and 30 seconds more. */
const LOOKS_MS = [0, 1000, 3000, 7000, 15_000, 30_000, 60_000];
/** A look that begins this long after the end decides: what is not in the list then was not made. */
const DECIDES_MS = LOOKS_MS.at(-1)!;
/** Waits after looks that failed, milliseconds; the last one for all further. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** The longest wait that a service may ask for, milliseconds. */
const MOST_RETRY_MS = 60_000;

/** Why a look failed. */
export interface LookTrouble {
  /** `signIn`: a good token, or the access secret of the server, is needed first. */
  readonly kind: 'signIn' | 'other';
  readonly message: string;
  readonly retryAfterS?: number | undefined;
  /** The refusal behind `signIn`; absent if there was no token to ask with. */
  readonly refusal?: SignInRefusal | undefined;
}

/**
 * The search for what became of an attempt: nothing but data, moved on by {@link step}. Its times are milliseconds that
 * have gone by, of a clock that never runs backwards: nobody waits longer, or decides earlier, because a clock was set.
 */
export interface Search {
  readonly wanted: Wanted;
  /** When the page had nothing more on its way; the looks are due from then on. */
  readonly endedAt: number;
  readonly phase: 'waiting' | 'looking' | 'needsSignIn' | 'stopped' | 'done';
  /** When the next look is due, while waiting. */
  readonly nextAt: number;
  /** When the look under way, or the last one, began. */
  readonly beganAt: number;
  /** Looks that brought a list. */
  readonly looks: number;
  /** Looks that failed, in a row. */
  readonly failures: number;
  readonly trouble?: LookTrouble | undefined;
  /** True if the last good look did not see the whole list. */
  readonly isCut?: boolean;
  /** What the last good look showed. */
  readonly sighting?: Sighting;
  /** Set when done. */
  readonly verdict?: 'created' | 'notFound' | 'ambiguous';
}

/** What happens to a search. */
export type SearchEvent =
  | { readonly type: 'look'; readonly at: number }
  | { readonly type: 'listed'; readonly at: number; readonly listing: DeploymentListing }
  | { readonly type: 'failed'; readonly at: number; readonly trouble: LookTrouble }
  | { readonly type: 'stop' };

/** A search that is due to look at once. */
export function beginSearch(wanted: Wanted, endedAt: number, now: number): Search {
  return { wanted, endedAt, phase: 'waiting', nextAt: now, beganAt: now, looks: 0, failures: 0 };
}

/** The search after an event. Events that do not fit its phase, such as the answer of a look that was stopped, change nothing. */
export function step(search: Search, event: SearchEvent): Search {
  if (search.phase === 'done') return search;
  switch (event.type) {
    case 'look':
      if (search.phase === 'looking') return search;
      return { ...search, phase: 'looking', beganAt: event.at };
    case 'stop':
      return { ...search, phase: 'stopped' };
    case 'failed':
      return search.phase === 'looking' ? afterFailure(search, event.trouble, event.at) : search;
    case 'listed':
      return search.phase === 'looking' ? afterListing(search, event.listing, event.at) : search;
  }
}

/** The one deployment that the attempt made; undefined unless the verdict is `created`. */
export function foundBy({ verdict, sighting }: Search): DeploymentRecord | undefined {
  return verdict === 'created' ? sighting?.matches[0] : undefined;
}

function afterFailure(search: Search, trouble: LookTrouble, at: number): Search {
  const asked = Math.min((trouble.retryAfterS ?? 0) * 1000, MOST_RETRY_MS);
  const wait = Math.max(asked, RETRY_MS[Math.min(search.failures, RETRY_MS.length - 1)]!);
  return {
    ...search,
    phase: trouble.kind === 'signIn' ? 'needsSignIn' : 'waiting',
    nextAt: at + wait,
    failures: search.failures + 1,
    trouble,
  };
}

function afterListing(
  search: Search,
  { deployments, isComplete, clockOffsetMs }: DeploymentListing,
  at: number,
): Search {
  const wanted = {
    ...search.wanted,
    clockOffsetMs: clockOffsetMs ?? search.wanted.clockOffsetMs,
  };
  const sighting = tellApart(deployments, wanted);
  const seen: Search = {
    ...search,
    wanted,
    looks: search.looks + 1,
    failures: 0,
    trouble: undefined,
    isCut: !isComplete,
    sighting,
  };
  const candidates = sighting.matches.length + sighting.undated.length;
  if (candidates > 0) {
    const isSure = candidates === 1 && sighting.matches.length === 1;
    return { ...seen, phase: 'done', verdict: isSure ? 'created' : 'ambiguous' };
  }
  // By the beginning of the look: what it shows is no newer than that.
  if (search.beganAt >= search.endedAt + DECIDES_MS) {
    // What is not in a part of the list may be in the rest: that decides nothing, and looking on would not either.
    return isComplete
      ? { ...seen, phase: 'done', verdict: 'notFound' }
      : { ...seen, phase: 'stopped' };
  }
  const due = LOOKS_MS.map((wait) => search.endedAt + wait).find((time) => time > at);
  return { ...seen, phase: 'waiting', nextAt: due ?? at };
}
