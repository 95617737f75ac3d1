import { errorFacts } from '#src/client/http/error-facts.ts';
import { isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import type { PodRecord } from '#src/client/pods/pods.ts';
import { answerFacts } from '#src/client/requests/pod-actions.ts';
import { recordedError } from '#src/client/requests/request-error.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { documentOfRecord } from '#src/domain/api/record-document.ts';
import type { JsonObject } from '#src/json/value.ts';
import { POLLS_MS } from '#src/domain/lookup/poll-times.ts';
import type { ActionDeps, ActionItem, DeploymentAction, ItemState } from './deployment-action.ts';
import { isGone, patiently } from './item-requests.ts';
import { restartPods } from './restart-pods.ts';

/** Does an action to one deployment and reports each of its states. Never rejects. */
export async function actOnDeployment(
  action: DeploymentAction,
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
  if (record === undefined) return show({ state: action === 'delete' ? 'done' : 'gone' });
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
  const store: StoreChange = (change) =>
    deps.store({ ...request, ...change }).catch(() => undefined);
  await (action === 'delete' ? runDelete : runRestart)(item, deps, store, show);
}

/** Records how the request goes. Never rejects. */
type StoreChange = (change: Partial<SentRequest>) => Promise<void>;
type Show = (state: ItemState) => void;

async function runDelete(item: ActionItem, deps: ActionDeps, store: StoreChange, show: Show) {
  await store({});
  try {
    const answer = await patiently(deps, () => deps.sendDelete(item));
    await store({ endedAt: deps.now(), outcome: 'done', ...answerFacts(answer) });
    show({ state: await stateOfDeleted(item, deps) });
  } catch (error) {
    if (isGone(error)) {
      await store({ endedAt: deps.now(), outcome: 'done' });
      return show({ state: 'done' });
    }
    if (isClientError(error) && !isOutcomeUnknown(error)) {
      await store({ ...recordedError(error), endedAt: deps.now(), outcome: 'notDone' });
      return show({ state: 'notDone', error: errorFacts(error) });
    }
    await store({ ...recordedError(error), outcome: 'unknown' });
    show({ state: 'lookingUp' });
    const state = await lookForDeleted(item, deps);
    await store({ ...recordedError(error), endedAt: deps.now(), outcome: state });
    show({ state });
  }
}

async function runRestart(item: ActionItem, deps: ActionDeps, store: StoreChange, show: Show) {
  let pods: readonly PodRecord[];
  try {
    pods = await patiently(deps, () => deps.readPods(item));
  } catch (error) {
    return show({ state: 'notDone', error: errorFacts(error) });
  }
  if (pods.length === 0) return show({ state: 'noPods' });
  await store({});
  const names = pods.map(({ name }) => name);
  const restarts = await restartPods(item, names, deps, (results) =>
    show({ state: 'working', pods: results }),
  );
  const { outcome, error } = restarts;
  const started = restarts.pods.filter((pod) => pod.outcome === 'done').length;
  if (started > 0) deps.rememberPods(item, pods, started);
  await store({
    ...answerFacts(restarts.answer),
    ...recordedError(error),
    endedAt: deps.now(),
    outcome,
    pods: restarts.pods,
  });
  if (outcome === 'done') return show({ state: outcome });
  show({
    state: outcome,
    pods: restarts.pods,
    ...(error !== undefined && { error: errorFacts(error) }),
  });
}

/** The service keeps a deployment until its node has removed the containers. */
async function stateOfDeleted(item: ActionItem, deps: ActionDeps): Promise<'done' | 'pending'> {
  const record = await deps.read(item).catch(() => undefined);
  return record === undefined ? 'done' : 'pending';
}

/** Whether a delete took effect. It is never sent again. */
export async function lookForDeleted(
  item: ActionItem,
  deps: ActionDeps,
): Promise<'done' | 'notDone' | 'unknown'> {
  const endedAt = deps.now();
  let isThere: boolean | undefined;
  for (const at of POLLS_MS) {
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
