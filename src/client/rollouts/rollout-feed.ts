import type { StreamEvent } from './event-blocks.ts';
import { createFeedState, type FeedState } from './feed-state.ts';
import { readEvents, SilentStream } from './read-events.ts';
import { isRolloutRefusal } from './rollout-refusal.ts';
import {
  readOneRollout,
  readRolloutNodes,
  rolloutPath,
  type RolloutCall,
} from './rollout-requests.ts';
import { toRolloutNode, toShownRollout, type ShownRollout } from './shown-rollout.ts';

/** The changes of a rollout while someone watches it. */
export interface RolloutFeed {
  get(): FeedState;
  /** Follows the rollout until no one listens. */
  subscribe(listener: () => void): () => void;
  /** Connects again now, such as with another token. Without a listener, nothing is read. */
  retry(): void;
  /** Shows a rollout that the response to an action contained, unless an event has brought a newer state since. */
  show(rollout: ShownRollout): void;
}

interface FeedOptions {
  /** Read before each request, because the token may change. */
  readonly headersOf: (rollout: ShownRollout | undefined) => Record<string, string>;
  readonly times?: Partial<FeedTimes>;
}

interface FeedTimes {
  /** Events within this time are shown together. */
  readonly batchMs: number;
  /** Between two polls, and the longest delay before the page connects again. */
  readonly pollMs: number;
  readonly firstRetryMs: number;
  /** The server writes something every 15 s. */
  readonly silenceMs: number;
  /** The first event comes at once; a proxy that collects the response holds it back. */
  readonly firstEventMs: number;
  /** How long no stream is opened after one stayed silent. */
  readonly noStreamMs: number;
}

const usualTimes: FeedTimes = {
  batchMs: 100,
  pollMs: 5_000,
  firstRetryMs: 1_000,
  silenceMs: 35_000,
  firstEventMs: 10_000,
  noStreamMs: 60_000,
};

/**
 * Follows a rollout: by its event stream, which catches up after it broke, and by polls where no stream can be held.
 */
export function createRolloutFeed(id: string, options: FeedOptions): RolloutFeed {
  const times = { ...usualTimes, ...options.times };
  let running: AbortController | undefined;
  let isListened = false;
  const restart = () => {
    running?.abort();
    // No one would end it.
    if (!isListened) return;
    running = new AbortController();
    void run(running.signal);
  };
  const state = createFeedState(times.batchMs, (isNow) => {
    isListened = isNow;
    restart();
  });
  const step = createSteps(id, state, options.headersOf, times);

  async function run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    try {
      while (!signal.aborted) {
        const delay = await step(signal, failures);
        if (isOver(state.get())) return state.set({ link: 'ended', error: undefined });
        failures = state.get().link === 'lost' ? failures + 1 : 0;
        await wait(delay, signal);
      }
    } catch (error) {
      if (!signal.aborted) state.set({ link: 'refused', error: toError(error) });
    }
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    retry: restart,
    show(rollout) {
      const { link, rollout: shown } = state.get();
      const isNews = link !== 'live' || shown === undefined || rollout.revision > shown.revision;
      if (isNews) state.set({ rollout });
      if (link === 'ended' || link === 'lost') restart();
    },
  };
}

/** One connection, or one poll. Resolves to the delay before the next one; throws a refusal. */
type FeedStep = (signal: AbortSignal, failures: number) => Promise<number>;

function createSteps(
  id: string,
  state: ReturnType<typeof createFeedState>,
  headersOf: FeedOptions['headersOf'],
  times: FeedTimes,
): FeedStep {
  let lastId = '';
  let noStreamUntil = 0;
  const callWith = (signal: AbortSignal): RolloutCall => ({
    headers: headersOf(state.get().rollout),
    signal,
  });

  async function apply({ id: eventId, event, data }: StreamEvent, signal: AbortSignal) {
    // Also the event of a node may be the first. The server noted where the stream starts before it wrote it, so a list that
    // is read now misses nothing; one that was polled earlier may.
    const isFirst = lastId === '';
    if (isFirst) {
      const nodes = await readRolloutNodes(id, callWith(signal));
      signal.throwIfAborted();
      state.nodes.replace(nodes);
    }
    const change: { rollout?: ShownRollout; heardMs: number } = { heardMs: Date.now() };
    if (event === 'rollout') change.rollout = toShownRollout(JSON.parse(data));
    // The list that was just read is at least as new.
    else if (event === 'node' && !isFirst) state.nodes.put(toRolloutNode(JSON.parse(data)));
    lastId = eventId || lastId;
    if (state.get().link === 'live') state.collect(change);
    else state.set({ ...change, link: 'live', error: undefined });
  }

  const follow = async (signal: AbortSignal) =>
    readEvents(rolloutPath(id, '/events'), {
      headers: callWith(signal).headers,
      lastId,
      signal,
      ...times,
      onOpen() {
        // Nothing is sent if nothing changed, so a stream that continues is live at once.
        if (lastId !== '') state.set({ link: 'live', error: undefined, heardMs: Date.now() });
      },
      async onEvents(events) {
        for (const event of events) await apply(event, signal);
        return !isOver(state.get());
      },
    });

  async function poll(signal: AbortSignal): Promise<void> {
    const call = callWith(signal);
    const [rollout, nodes] = await Promise.all([
      readOneRollout(id, call),
      readRolloutNodes(id, call),
    ]);
    state.nodes.replace(nodes);
    state.set({ rollout, link: 'polling', error: undefined, heardMs: Date.now() });
  }

  return async (signal, failures) => {
    if (Date.now() >= noStreamUntil) {
      try {
        await follow(signal);
        return times.firstRetryMs;
      } catch (error) {
        if (signal.aborted || isRolloutRefusal(error)) throw error;
        if (error instanceof SilentStream) noStreamUntil = Date.now() + times.noStreamMs;
      }
    }
    try {
      await poll(signal);
      return times.pollMs;
    } catch (error) {
      if (signal.aborted || isRolloutRefusal(error)) throw error;
      state.set({ link: 'lost', error: toError(error) });
      return Math.min(times.firstRetryMs * 2 ** failures, times.pollMs);
    }
  };
}

/** True once nothing changes any more by itself. */
function isOver({ rollout }: FeedState): boolean {
  return rollout?.endedMs !== undefined;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
