import { signInRefusal, type SignInRefusal } from '#src/client/access.ts';
import { isClientError, isOutcomeUnknown, type ClientError } from '#src/client/errors.ts';
import type { NamedPlace } from '#src/client/place.ts';
import {
  firstSentAt,
  hasMade,
  intend,
  isOpen,
  isSameIntent,
  wantsSignIn,
  needsLooking,
  resend,
  toAttemptError,
  type Attempt,
} from '../attempt/attempt.ts';
import type { AttemptLock } from '../attempt/attempt-lock.ts';
import { attemptsOf, newestOf, ownOf, ownWith, putAway } from './stored-attempts.ts';
import { beginSearch, type Search } from '#src/domain/lookup/lookup.ts';
import { messageOf, recordUnlessRival, refusalBy, unrecordable } from './conflicts.ts';
import { runSearch, type SearchRun } from '#src/domain/lookup/run-lookup.ts';
import { concluded, searchTools } from './lookup-deps.ts';
import {
  emptyView,
  type Ask,
  type Submission,
  type SubmissionView,
  type Wish,
} from './submission-view.ts';
import type { World } from './submission-deps.ts';

/** The submitting of a document in a world. */
export function createSubmission(document: string, world: World): Submission {
  let view = emptyView;
  let lock: AttemptLock | undefined;
  let run: SearchRun | undefined;
  let sending: AbortController | undefined;
  let askSignIn: Ask | undefined;
  let isWaitingForLock = false;
  const ended = new AbortController();
  const listeners = new Set<() => void>();

  const show = (change: Partial<SubmissionView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const release = () => {
    lock?.release();
    lock = undefined;
  };
  /** Shows and stores how far the attempt has come. */
  const keep = (attempt: Attempt) => {
    show({ attempt, own: ownWith(view.own, attempt), isLoaded: true });
    if (view.isUnrecorded) return;
    world.store(attempt).then(world.tell, () => show({ isUnrecorded: true }));
  };
  const finish = (attempt: Attempt) => {
    sending = undefined;
    show({ activity: 'none' });
    keep(attempt);
    release();
    world.onKnown(attempt);
  };
  const ask = async (place: NamedPlace, refusal?: SignInRefusal) => {
    if (askSignIn === undefined) return false;
    show({ activity: 'asking' });
    return askSignIn(place, refusal);
  };

  const rivalTools = {
    world,
    signal: ended.signal,
    onChecking: () => show({ activity: 'checking' }),
    onGone(rival: Attempt) {
      if (view.attempt?.key === rival.key) markGone(rival.key);
      return world.store({ ...rival, goneAt: world.now() });
    },
  };

  async function submit({ place, body, asNew = false, unrecorded = false }: Wish): Promise<void> {
    const last = view.attempt;
    if (view.activity !== 'none' || view.isElsewhere) return;
    if (last !== undefined && isOpen(last) && !asNew) return;
    if (!world.isOnline()) return show({ refusal: { kind: 'offline' } });
    show({ activity: 'recording', refusal: undefined });
    if (!world.hasToken(place) && !(await ask(place))) return show({ activity: 'none' });
    if (last && hasMade(last) && isSameIntent(last, { place, body }) && !asNew) {
      const refusal = await refusalBy(last, rivalTools);
      if (refusal !== undefined) return show({ activity: 'none', refusal });
    }
    show({ activity: 'recording' });
    lock ??= await world.tryLock(document);
    if (lock === undefined)
      return show({ activity: 'none', refusal: { kind: 'elsewhere' }, isElsewhere: false });
    const attempt = intend({ place, body }, document, last, world.now());
    if (!unrecorded) {
      const refusal = await recordUnlessRival(attempt, asNew, rivalTools);
      if (refusal !== undefined) {
        if (run === undefined) release();
        return show({ activity: 'none', refusal });
      }
    }
    run?.end();
    run = undefined;
    if (last !== undefined && isOpen(last)) keep({ ...last, state: 'settled' });
    show({ isUnrecorded: unrecorded, isFromBefore: false, search: undefined, exchange: undefined });
    await transmit(attempt);
  }

  async function transmit(intended: Attempt): Promise<void> {
    const controller = new AbortController();
    sending = controller;
    const attempt: Attempt = { ...intended, state: 'sent' };
    show({ activity: 'sending' });
    keep(attempt);
    const onExchange = (exchange: SubmissionView['exchange']) => show({ exchange });
    try {
      const created = await world.create(attempt, controller.signal, onExchange);
      const { deployment, status, requestId } = created;
      finish({ ...attempt, state: 'created', answer: { ...deployment, status, requestId } });
    } catch (error) {
      if (controller.signal.aborted)
        search({ ...attempt, error: { kind: 'stopped', message: '' } });
      else if (!isClientError(error))
        search({ ...attempt, error: { kind: 'contract', message: messageOf(error) } });
      else await afterError(attempt, error);
    }
  }

  async function afterError(attempt: Attempt, failure: ClientError): Promise<void> {
    const clockOffsetMs = failure.kind === 'http' ? failure.clockOffsetMs : undefined;
    const endedAt = world.now();
    const failed = { ...attempt, clockOffsetMs, endedAt, error: toAttemptError(failure) };
    if (isOutcomeUnknown(failure)) return search(failed);
    const rejected: Attempt = { ...failed, state: 'rejected' };
    if (!wantsSignIn(rejected)) return finish(rejected);
    keep(rejected);
    if (!(await ask(attempt.place, signInRefusal(failure)))) return finish(rejected);
    // Refused for want of a token is not done: the same attempt goes on, under its key.
    const again = resend(attempt, world.now());
    try {
      if (!view.isUnrecorded) await world.store(again);
    } catch (error) {
      show({ refusal: unrecordable(error) });
      return finish(rejected);
    }
    return transmit(again);
  }

  /** Looks what became of an attempt, in the place it was sent to. */
  function search(attempt: Attempt): void {
    const endedAt = attempt.endedAt ?? world.now();
    const { body, clockOffsetMs } = attempt;
    const sentAt = firstSentAt(attempt);
    let hasAsked = false;
    sending = undefined;
    show({ activity: 'none' });
    keep({ ...attempt, state: 'reconciling', endedAt });
    const elapsed = world.elapsed();
    // The end may be of an earlier visit, so its age is by the clock that can be set: set back, it has no age at all.
    const ended = elapsed - Math.max(0, world.now() - endedAt);
    const begun = beginSearch({ body, sentAt, clockOffsetMs }, ended, elapsed);
    run = runSearch(begun, searchTools(attempt, world), (next) => {
      show({ search: next });
      if (next.phase === 'done') return conclude(next);
      if (next.phase === 'stopped' && next.isCut && view.attempt)
        return keep({ ...view.attempt, state: 'unknown' });
      if (next.phase !== 'needsSignIn' || hasAsked || askSignIn === undefined) return undefined;
      // A search in another place goes on behind other work, and asks when the person turns to it.
      if (!world.isHere(attempt.place)) return undefined;
      hasAsked = true;
      return signIn();
    });
  }

  function signIn(): void {
    const { attempt } = view;
    if (attempt === undefined) return;
    void askSignIn?.(attempt.place, view.search?.trouble?.refusal).then(
      (isGiven) => isGiven && run?.look(),
    );
  }

  function conclude(search: Search): void {
    const { attempt } = view;
    run = undefined;
    if (attempt === undefined || search.verdict === undefined) return;
    // Whoever made it, the outcome is news of this visit: told whatever document and connection are by now.
    show({ isFromBefore: false });
    finish(concluded({ ...attempt, state: search.verdict }, search));
  }

  async function load(): Promise<void> {
    const isBusy = () => view.activity !== 'none' || run !== undefined || view.isUnrecorded;
    const all = await attemptsOf(document, world);
    const mine = newestOf(all);
    if (isBusy() || ended.signal.aborted) return;
    show({ own: ownOf(all) });
    if (mine === undefined) return show({ isLoaded: true, attempt: undefined, isElsewhere: false });
    const seen = { isLoaded: true, attempt: mine, search: undefined };
    if (view.attempt?.key !== mine.key) show({ isFromBefore: true, exchange: undefined });
    if (!needsLooking(mine.state)) return show({ ...seen, isElsewhere: false, refusal: undefined });
    const taken = await world.tryLock(document);
    if (taken === undefined) {
      show({ ...seen, isElsewhere: true, refusal: undefined });
      return waitForLock();
    }
    // The tab that had it may have ended it just before it let go.
    const latest = newestOf(await attemptsOf(document, world));
    if (isBusy() || ended.signal.aborted || latest === undefined || !needsLooking(latest.state)) {
      taken.release();
      return isBusy() ? undefined : show({ ...seen, attempt: latest, isElsewhere: false });
    }
    lock = taken;
    show({ isElsewhere: false, isFromBefore: true });
    return search({ ...latest, error: latest.error ?? { kind: 'gone', message: '' } });
  }

  function startNew(): () => void {
    const { attempt, own } = view;
    const isOver = attempt !== undefined && !isOpen(attempt) && view.activity === 'none';
    show({ own: [], refusal: undefined, ...(isOver && { attempt: undefined }) });
    // The browser may refuse to store it: then it is put away in this page alone.
    const away = putAway(document, world).catch(() => undefined);
    return () => {
      void away.then(async (bringBack) => bringBack?.()).catch(() => undefined);
      show({ own: [...own, ...view.own], ...(isOver && !view.attempt && { attempt }) });
    };
  }

  function markGone(key: string): void {
    const { attempt } = view;
    if (attempt?.key !== key || attempt.goneAt !== undefined) return;
    const gone = { ...attempt, goneAt: world.now() };
    keep(gone);
    world.onKnown(gone);
  }

  function waitForLock(): void {
    if (isWaitingForLock) return;
    isWaitingForLock = true;
    world.onceFree(document, ended.signal, () => {
      isWaitingForLock = false;
      void load();
    });
  }

  async function lookAgain(): Promise<void> {
    const { attempt } = view;
    if (view.activity !== 'none' || attempt === undefined) return;
    lock ??= await world.tryLock(document);
    if (lock !== undefined && run === undefined) search(attempt);
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    submit,
    stopWaiting: () => sending?.abort(),
    look() {
      if (run === undefined) void lookAgain();
      else run.look();
      if (view.attempt?.state === 'unknown') keep({ ...view.attempt, state: 'reconciling' });
    },
    stopLooking() {
      run?.stop();
      if (run !== undefined && view.attempt) keep({ ...view.attempt, state: 'unknown' });
    },
    settle() {
      run?.end();
      run = undefined;
      if (view.attempt) {
        keep({ ...view.attempt, state: 'settled' });
        world.onKnown(view.attempt);
      }
      show({ attempt: undefined, search: undefined, refusal: undefined });
      release();
    },
    startNew,
    markGone,
    signIn,
    wake() {
      if (view.refusal?.kind === 'offline') show({ refusal: undefined });
      const phase = view.search?.phase;
      if (phase === 'waiting' || phase === 'needsSignIn') run?.look();
    },
    onSignInNeeded(next) {
      askSignIn = next;
    },
    end() {
      ended.abort();
      run?.end();
      run = undefined;
      if (sending === undefined) release();
    },
  };
}
