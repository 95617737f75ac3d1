import type { SignInRefusal } from '#src/client/queries/access.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { startLookup } from '#src/domain/lookup/lookup.ts';
import { runLookup, type LookupDeps, type LookupRun } from '#src/domain/lookup/run-lookup.ts';
import { firstSentAt, newAttemptKey, type Attempt } from '../attempt/attempt.ts';
import type { AttemptLock } from '../attempt/attempt-lock.ts';
import { messageOf } from './error-message.ts';
import { attemptsOf } from './stored-attempts.ts';
import type { SubmissionDeps } from './submission-deps.ts';
import type { Existence, SubmissionEffect, SubmissionEvent } from './submission-state.ts';
import type { RequestPlaceSignIn } from './submission-view.ts';

/** How long checking whether a deployment still exists may take, milliseconds. */
const CHECK_MS = 15_000;

type Dispatch = (event: SubmissionEvent) => Promise<void>;

type EffectHandlers = {
  readonly [Type in SubmissionEffect['type']]: (
    effect: Extract<SubmissionEffect, { type: Type }>,
  ) => Promise<void> | void;
};

/** Runs the effects of one submission. Holds the locks, requests and the running lookup, which are not plain data. */
export class EffectRunner {
  /** Asks the user for a token or the access secret; set while the form is mounted. */
  requestSignIn: RequestPlaceSignIn | undefined;
  private readonly document: string;
  private readonly deps: SubmissionDeps;
  private readonly dispatch: Dispatch;
  private readonly ended = new AbortController();
  private sending: AbortController | undefined;
  private lookup: LookupRun | undefined;
  private lock: AttemptLock | undefined;
  private claim: AttemptLock | undefined;
  private isWaitingForLock = false;

  constructor(document: string, deps: SubmissionDeps, dispatch: Dispatch) {
    this.document = document;
    this.deps = deps;
    this.dispatch = dispatch;
  }

  /** Resolves when the effect, and everything that followed from it, is done. */
  async run(effect: SubmissionEffect): Promise<void> {
    const handle = this.handlers[effect.type] as (effect: SubmissionEffect) => Promise<void> | void;
    await handle(effect);
  }

  stopWaiting(): void {
    this.sending?.abort();
  }

  /** Stops all queries; a create in progress still reports its outcome. */
  end(): void {
    this.ended.abort();
  }

  private readonly handlers: EffectHandlers = {
    requestSignIn: ({ purpose, place, refusal }) => this.askForSignIn(purpose, place, refusal),
    checkExistence: ({ attempt }) => this.checkExistence(attempt),
    takeLock: async ({ purpose }) => {
      this.lock ??= await this.deps.tryLock(this.document);
      const isTaken = this.lock !== undefined;
      await this.dispatch({
        type: 'lockAnswered',
        purpose,
        isTaken,
        newKey: newAttemptKey(),
        at: this.deps.now(),
      });
    },
    releaseLock: () => {
      this.lock?.release();
      this.lock = undefined;
    },
    record: ({ attempt, asNew }) =>
      this.recordWith(async () => {
        const conflict = await this.deps.recordAttempt(attempt, asNew);
        if (conflict === undefined) this.deps.announceChange();
        return conflict;
      }),
    recordAgain: ({ attempt }) =>
      this.recordWith(async () => {
        await this.deps.storeAttempt(attempt);
        return undefined;
      }),
    store: ({ attempt }) => {
      this.deps.storeAttempt(attempt).then(
        () => this.deps.announceChange(),
        () => this.dispatch({ type: 'storeFailed', key: attempt.key }),
      );
    },
    send: ({ attempt }) => this.send(attempt),
    startLookup: ({ attempt }) => this.startLookup(attempt),
    poll: () => this.lookup?.poll(),
    stopLookup: () => this.lookup?.stop(),
    endLookup: () => {
      this.lookup?.end();
      this.lookup = undefined;
    },
    claim: ({ attempt }) => this.claimAttempt(attempt),
    keepClaim: () => {
      this.lock = this.claim;
      this.claim = undefined;
    },
    releaseClaim: () => {
      this.claim?.release();
      this.claim = undefined;
    },
    waitForLock: () => this.waitForLock(),
    reportOutcome: ({ attempt }) => this.deps.onOutcome(attempt),
  };

  private async askForSignIn(
    purpose: 'submit' | 'lookup',
    place: NamedPlace,
    refusal: SignInRefusal | undefined,
  ): Promise<void> {
    const isGiven = (await this.requestSignIn?.(place, refusal)) ?? false;
    await this.dispatch({ type: 'signInAnswered', purpose, isGiven, at: this.deps.now() });
  }

  private async checkExistence(attempt: Attempt): Promise<void> {
    const limit = AbortSignal.any([this.ended.signal, AbortSignal.timeout(CHECK_MS)]);
    let existence: Existence = 'unclear';
    try {
      existence = (await this.deps.deploymentExists(attempt, limit)) ? 'exists' : 'gone';
    } catch {
      // The service could not be reached, or refused.
    }
    const at = this.deps.now();
    await this.dispatch({ type: 'existenceChecked', key: attempt.key, existence, at });
  }

  private async recordWith(record: () => Promise<Attempt | undefined>): Promise<void> {
    let event: SubmissionEvent;
    try {
      event = { type: 'recorded', conflict: await record() };
    } catch (error) {
      event = { type: 'recordFailed', message: messageOf(error) };
    }
    await this.dispatch(event);
  }

  private async send(attempt: Attempt): Promise<void> {
    const controller = new AbortController();
    this.sending = controller;
    let event: SubmissionEvent;
    try {
      const created = await this.deps.sendCreate(attempt, controller.signal, (exchange) => {
        void this.dispatch({ type: 'exchanged', exchange });
      });
      event = { type: 'created', created };
    } catch (error) {
      const isStopped = controller.signal.aborted;
      event = { type: 'sendFailed', error, isStopped, at: this.deps.now() };
    }
    this.sending = undefined;
    await this.dispatch(event);
  }

  private startLookup(attempt: Attempt): void {
    const { body, clockOffsetMs, endedAt } = attempt;
    const now = this.deps.elapsed();
    // It may have ended in an earlier visit. If the system clock was set back since, the age would be negative.
    const age = Math.max(0, this.deps.now() - (endedAt ?? this.deps.now()));
    this.lookup = runLookup(
      startLookup({ body, sentAt: firstSentAt(attempt), clockOffsetMs }, now - age, now),
      this.lookupDeps(attempt),
      (lookup) =>
        void this.dispatch({
          type: 'lookupChanged',
          lookup,
          isHere: this.deps.isCurrentPlace(attempt.place),
          canRequestSignIn: this.requestSignIn !== undefined,
        }),
    );
  }

  /** Reads the list at the place of the attempt, only with a token for that place. */
  private lookupDeps(attempt: Attempt): LookupDeps {
    const { deps } = this;
    const noToken = new Error('There is no token for the place of the attempt.');
    return {
      elapsed: () => deps.elapsed(),
      every: (ms, callback) => deps.every(ms, callback),
      list: async (signal) => {
        if (!deps.hasToken(attempt.place)) throw noToken;
        return deps.listDeployments(attempt, signal);
      },
      toLookupError: (error) =>
        error === noToken ? { kind: 'signIn', message: '' } : deps.toLookupError(error),
    };
  }

  private async claimAttempt(attempt: Attempt): Promise<void> {
    const claim = await this.deps.tryLock(this.document);
    if (claim === undefined) return this.dispatch({ type: 'claimRefused', attempt });
    const attempts = await attemptsOf(this.document, this.deps);
    this.claim = claim;
    return this.dispatch({ type: 'claimed', attempts, at: this.deps.now() });
  }

  private waitForLock(): void {
    if (this.isWaitingForLock) return;
    this.isWaitingForLock = true;
    this.deps.onLockFree(this.document, this.ended.signal, () => {
      this.isWaitingForLock = false;
      void this.readAttempts();
    });
  }

  /** Reads the attempts of earlier visits and other tabs. */
  async readAttempts(): Promise<void> {
    const attempts = await attemptsOf(this.document, this.deps);
    await this.dispatch({ type: 'attemptsRead', attempts });
  }
}
