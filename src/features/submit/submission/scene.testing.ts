import type { Created } from '#src/client/queries/deployments.ts';
import type { ListedDeployment } from '#src/domain/lookup/deployment-record.ts';
import { bodyOf, listed, START } from '#src/domain/lookup/lookup.testing.ts';
import { HttpError, NetworkError } from '#src/client/http/errors.ts';
import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { conflictingAttempt, type Attempt, type AttemptState } from '../attempt/attempt.ts';
import { createSubmission } from './submission.ts';
import type { Submission } from './submission-view.ts';
import { toLookupError } from './lookup-error.ts';
import type { SubmissionDeps } from './submission-deps.ts';

/** A live target. */
export const place: NamedPlace = {
  targetId: 'north',
  label: 'IEF North',
  kind: 'live',
  region: 'cn-north-4',
  projectId: '05e1aef9040010e22fccc009adecb056',
  edition: 'professional',
  instanceId: '',
  needsToken: true,
};

/** A rejection by the service. */
export function refusal(status: number, code: string, retryAfterS?: number): HttpError {
  return new HttpError({
    status,
    code,
    message: code,
    requestId: 'r-1',
    reason: '',
    retryAfterS,
    clockOffsetMs: undefined,
  });
}

/** The service, the browser's storage and the clock, for any number of tabs. */
export class Scene {
  now = START;
  /** By how much the machine's clock was set, milliseconds. */
  private setBy = 0;
  online = true;
  token = true;
  /** The place that the page is connected to. */
  here: NamedPlace = place;
  /** Places without a token. */
  placesWithoutToken: NamedPlace[] = [];
  /** The places whose attempts have ended. */
  readonly outcomes: NamedPlace[] = [];
  /** True if the storage refuses. */
  isFull = false;
  readonly stored = new Map<string, Attempt>();
  /** Creates that arrived, with their keys. */
  readonly creates: { key: string; body: string }[] = [];
  /** When the list was requested. */
  readonly polls: number[] = [];
  /** The deployments in the list. */
  deployments: ListedDeployment[] = [];
  /** False if the list cannot be read completely. */
  isListComplete = true;
  clockOffsetMs: number | undefined = undefined;
  /** Handles the next create; by default it succeeds. */
  onCreate: (attempt: Attempt, signal: AbortSignal) => Promise<Created> = (attempt) =>
    this.makeDeployment(attempt);
  /** Thrown by polls while it is set. */
  pollError: Error | undefined;
  private readonly holders = new Map<string, () => void>();
  private readonly waiting: { document: string; run: () => void }[] = [];
  private readonly tickers = new Set<{ ms: number; next: number; run: () => void }>();
  private readonly tabs: Submission[] = [];

  /** Opens the document in another tab. */
  open(document = 'first'): Submission {
    const tab: Submission = createSubmission(
      document,
      this.deps(() => tab),
    );
    this.tabs.push(tab);
    return tab;
  }

  /** Opens a tab and waits until it has read the storage. */
  async opened(document = 'first'): Promise<Submission> {
    const tab = this.open(document);
    await tab.load();
    return tab;
  }

  /** Closes a tab without warning and frees its locks. */
  kill(tab: Submission): void {
    tab.end();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const document of this.holders.keys()) this.free(document);
  }

  async makeDeployment({ body }: Attempt): Promise<Created> {
    const { raw: _raw, ...deployment } = listed(body, this.now);
    this.deployments.push(listed(body, this.now));
    return { deployment, status: 200, requestId: 'r-1' };
  }

  /** Lets time pass, tick by tick, and runs everything that is due. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await settled();
    while (this.now < end) {
      this.now += Math.min(500, end - this.now);
      for (const ticker of this.tickers) {
        if (ticker.next > this.now) continue;
        ticker.next = this.now + ticker.ms;
        ticker.run();
      }
      await settled();
    }
  }

  /** Sets the machine's clock; no time passes. */
  setClock(ms: number): void {
    this.now += ms;
    this.setBy += ms;
    for (const ticker of this.tickers) ticker.next += ms;
  }

  private free(document: string): void {
    this.holders.delete(document);
    const next = this.waiting.findIndex((entry) => entry.document === document);
    if (next >= 0) this.waiting.splice(next, 1)[0]!.run();
  }

  private deps(self: () => Submission): SubmissionDeps {
    const refuseIfFull = () => {
      if (this.isFull) throw new Error('QuotaExceededError');
    };
    return {
      now: () => this.now,
      elapsed: () => this.now - this.setBy,
      isOnline: () => this.online,
      hasToken: (asked) =>
        !asked.needsToken ||
        (this.token && !this.placesWithoutToken.some((other) => isSamePlace(other, asked))),
      isCurrentPlace: (asked) => isSamePlace(asked, this.here),
      listAttempts: async () => [...this.stored.values()].sort((a, b) => b.sentAt - a.sentAt),
      recordAttempt: async (attempt, asNew) => {
        refuseIfFull();
        const conflict = asNew ? undefined : conflictingAttempt(attempt, [...this.stored.values()]);
        if (conflict === undefined) this.stored.set(attempt.key, attempt);
        return conflict;
      },
      storeAttempt: async (attempt) => {
        refuseIfFull();
        this.stored.set(attempt.key, attempt);
      },
      announceChange: () => {
        for (const tab of this.tabs) if (tab !== self()) void tab.load();
      },
      tryLock: async (document) => {
        if (this.holders.has(document)) return undefined;
        const release = () => {
          if (this.holders.get(document) === release) this.free(document);
        };
        this.holders.set(document, release);
        return { release };
      },
      onLockFree: (document, signal, callback) => {
        this.waiting.push({ document, run: () => !signal.aborted && callback() });
      },
      sendCreate: async (attempt, signal) => {
        this.creates.push({ key: attempt.key, body: attempt.body });
        return this.onCreate(attempt, signal);
      },
      listDeployments: async ({ name }) => {
        this.polls.push(this.now);
        if (this.pollError) throw this.pollError;
        const deployments = this.deployments.filter((deployment) => deployment.name === name);
        return { deployments, isComplete: this.isListComplete, clockOffsetMs: this.clockOffsetMs };
      },
      deploymentExists: async ({ answer }) => {
        if (this.pollError) throw this.pollError;
        return this.deployments.some(({ id }) => id === answer?.id);
      },
      toLookupError,
      every: (ms, run) => {
        const ticker = { ms, next: this.now + ms, run };
        this.tickers.add(ticker);
        return () => this.tickers.delete(ticker);
      },
      onOutcome: (attempt) => void this.outcomes.push(attempt.place),
    };
  }
}

/** A create whose response is lost. */
export const lost = async (): Promise<never> => {
  throw new NetworkError('Failed to fetch');
};

/** A create without a response until the user stops waiting. */
export const never = (_attempt: Attempt, signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new NetworkError('aborted')));
  });

/** A scene with one tab. */
export async function openScene(): Promise<{ scene: Scene; tab: Submission }> {
  const scene = new Scene();
  return { scene, tab: await scene.opened() };
}

/** A scene in which the response to the first create was lost. */
export async function lostScene(): Promise<{ scene: Scene; tab: Submission }> {
  const { scene, tab } = await openScene();
  scene.onCreate = lost;
  await tab.submit({ place, body: bodyOf() });
  return { scene, tab };
}

/** The state of the attempt that a tab shows. */
export function stateOf(tab: Submission): AttemptState | undefined {
  return tab.view().attempt?.state;
}

/** Resolves once all pending microtasks have run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}
