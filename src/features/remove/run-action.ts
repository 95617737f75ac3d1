import { errorFacts, type RequestErrorFacts } from '#src/client/http/error-facts.ts';
import { HttpError, isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import { retryAfterMs } from '#src/client/http/retry.ts';
import type { Answer } from '#src/client/http/request.ts';
import { recordedError } from '#src/client/requests/request-error.ts';
import type { RequestOutcome, SentRequest } from '#src/client/requests/sent-request.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import type { JsonObject } from '#src/json/value.ts';

/** When to look for a deployment, in milliseconds after its delete ended. The last look decides. */
const LOOKS_MS = [0, 1000, 3000, 7000, 15_000, 30_000, 60_000];

export type ListAction = 'delete' | 'restart';

/** A deployment that an action applies to. */
export interface ActionItem {
  readonly id: string;
  readonly name: string;
}

/** How an action on one deployment is going, or how it ended. */
export type ItemState =
  /**
   * `pending`: the service accepted the delete, and the deployment is still there. `notStarted`: the page was closed
   * before its turn.
   */
  | {
      readonly state:
        'waiting' | 'notStarted' | 'working' | 'lookingUp' | 'done' | 'pending' | 'unknown';
    }
  | { readonly state: 'notDone'; readonly error?: RequestErrorFacts };

/** Access to the browser, the network and the clock; tests replace it. */
export interface ActionDeps {
  now(): number;
  wait(ms: number): Promise<void>;
  newKey(): string;
  /** The live record; undefined if it no longer exists. Rejects with a ClientError. */
  read(item: ActionItem): Promise<JsonObject | undefined>;
  sendDelete(item: ActionItem): Promise<Answer>;
  readPodNames(item: ActionItem): Promise<readonly string[]>;
  sendRestart(item: ActionItem, podName: string): Promise<Answer>;
  /** Rejects if the browser refuses. */
  store(request: SentRequest): Promise<void>;
  /** Records the outcome of a delete that was recorded without one. Never rejects. */
  settle(item: ActionItem, outcome: RequestOutcome): Promise<void>;
}

/** How often a request is sent again that the server or the service refused because there were too many. */
const MAX_WAITS = 5;

/** Waits as long as asked if there are too many requests: such a request had no effect. */
async function patiently<T>({ wait }: ActionDeps, run: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await run();
    } catch (error) {
      const isTooMany = error instanceof HttpError && error.status === 429;
      if (!isTooMany || waits === MAX_WAITS) throw error;
      await wait(retryAfterMs(waits, error));
    }
  }
}

/** Does an action to one deployment and reports each of its states. Never rejects. */
export async function runAction(
  action: ListAction,
  item: ActionItem,
  place: NamedPlace,
  deps: ActionDeps,
  show: (state: ItemState) => void,
): Promise<void> {
  show({ state: 'working' });
  let record: JsonObject | undefined;
  try {
    record = await patiently(deps, () => deps.read(item));
  } catch (error) {
    return show({ state: 'notDone', error: errorFacts(error) });
  }
  // A delete that finds nothing is done.
  if (record === undefined) return show({ state: action === 'delete' ? 'done' : 'notDone' });
  const request: SentRequest = {
    version: 1,
    key: deps.newKey(),
    action,
    place,
    deploymentId: item.id,
    name: item.name,
    body: '',
    ...(action === 'delete' && { before: documentOfRecord(record) }),
    sentAt: deps.now(),
    outcome: 'sent',
  };
  // A request that cannot be recorded is sent anyway: sending it twice does no harm.
  const store = (change: Partial<SentRequest>) =>
    deps.store({ ...request, ...change }).catch(() => undefined);
  await store({});
  try {
    const answer = await (action === 'delete'
      ? patiently(deps, () => deps.sendDelete(item))
      : restartAll(item, deps));
    const { status, requestId } = answer ?? {};
    await store({
      endedAt: deps.now(),
      outcome: 'done',
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
    });
    return show({ state: action === 'delete' ? await stateOfDeleted(item, deps) : 'done' });
  } catch (error) {
    if (action === 'delete' && isGone(error)) {
      await store({ endedAt: deps.now(), outcome: 'done' });
      return show({ state: 'done' });
    }
    if (isClientError(error) && !isOutcomeUnknown(error)) {
      await store({ ...recordedError(error), endedAt: deps.now(), outcome: 'notDone' });
      return show({ state: 'notDone', error: errorFacts(error) });
    }
    await store({ ...recordedError(error), outcome: 'unknown' });
    if (action === 'restart') return show({ state: 'unknown' });
    show({ state: 'lookingUp' });
    const state = await lookForDeleted(item, deps);
    await store({ ...recordedError(error), endedAt: deps.now(), outcome: state });
    show({ state });
  }
}

async function restartAll(item: ActionItem, deps: ActionDeps): Promise<Answer | undefined> {
  let last: Answer | undefined;
  const podNames = await patiently(deps, () => deps.readPodNames(item));
  for (const podName of podNames)
    last = await patiently(deps, () => deps.sendRestart(item, podName));
  return last;
}

/** The service keeps a deployment until its node has removed the containers. */
async function stateOfDeleted(item: ActionItem, deps: ActionDeps): Promise<'done' | 'pending'> {
  const record = await deps.read(item).catch(() => undefined);
  return record === undefined ? 'done' : 'pending';
}

/** Only the service itself says so: gateways, proxies and our own server return 404 for other reasons. */
function isGone(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.status !== 404) return false;
  return error.code !== '' && !/^(?:BUILDER|APIGW)\./.test(error.code);
}

/** Whether a delete took effect. It is never sent again. */
export async function lookForDeleted(
  item: ActionItem,
  deps: ActionDeps,
): Promise<'done' | 'notDone' | 'unknown'> {
  const endedAt = deps.now();
  let isThere: boolean | undefined;
  for (const at of LOOKS_MS) {
    await deps.wait(Math.max(0, endedAt + at - deps.now()));
    try {
      const record = await deps.read(item);
      if (record === undefined || record.state === 'PENDING_DELETE') return 'done';
      isThere = true;
    } catch {
      isThere = undefined;
    }
  }
  return isThere ? 'notDone' : 'unknown';
}
