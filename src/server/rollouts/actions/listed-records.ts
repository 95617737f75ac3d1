import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { DeploymentListing, ListedDeployment } from '#src/domain/lookup/deployment-record.ts';
import { trackList } from '#src/domain/api/list-progress.ts';
import type { FailedCall, ActionContext } from './row-action.ts';

/** The most deployments a page may have, and more pages than a project needs. */
const LIMITS = { pageSize: 100, maxPages: 200 };

type Call = ActionContext['call'];

/** One page of deployments. */
interface RecordPage {
  readonly records: readonly JsonObject[];
  readonly clockOffsetMs: number | undefined;
  /** Where the list stands after this page: `stopped` leaves the rest unknown. */
  readonly state: 'more' | 'end' | 'stopped';
}

/** The pages of a list of deployments, each requested when it is consumed. A failed request is the last item. */
async function* pagesOf(
  call: Call,
  filter: Readonly<Record<string, string>>,
): AsyncGenerator<RecordPage | FailedCall> {
  const progress = trackList(LIMITS);
  for (;;) {
    const outcome = await call({
      endpoint: 'listDeployments',
      query: { ...filter, limit: String(LIMITS.pageSize), offset: String(progress.offset) },
    });
    if (outcome.kind !== 'ok') {
      yield outcome;
      return;
    }
    const { count, deployments } = asObject(outcome.json);
    const records = asList(deployments).filter(isJsonObject);
    const ids = records.map(({ id }) => id);
    const state = progress.add(ids, count);
    yield { records, clockOffsetMs: outcome.clockOffsetMs, state };
    if (state !== 'more') return;
  }
}

/** The deployments with a name. The service searches for parts of names, so there may be pages of others. */
export async function listByName(
  call: Call,
  name: string,
): Promise<DeploymentListing | FailedCall> {
  // By ID: a create in the meantime moves records to the next page, which then repeats them.
  const found = new Map<unknown, ListedDeployment>();
  let clockOffsetMs: number | undefined;
  let isComplete = false;
  for await (const page of pagesOf(call, { name })) {
    if (isFailedCall(page)) return page;
    clockOffsetMs = page.clockOffsetMs;
    isComplete = page.state === 'end';
    for (const record of page.records)
      if (record.name === name) found.set(record.id ?? record, toListed(record));
  }
  return { deployments: [...found.values()], isComplete, clockOffsetMs };
}

/** The records of the given IDs, newest first, in as few pages as possible; `isWhole` if every page was read. */
export async function listByIds(
  call: Call,
  ids: ReadonlySet<string>,
): Promise<
  { readonly records: ReadonlyMap<string, JsonObject>; readonly isWhole: boolean } | FailedCall
> {
  const records = new Map<string, JsonObject>();
  let isWhole = false;
  for await (const page of pagesOf(call, {})) {
    if (isFailedCall(page)) return page;
    for (const record of page.records)
      if (typeof record.id === 'string' && ids.has(record.id)) records.set(record.id, record);
    if (records.size === ids.size) return { records, isWhole: false };
    isWhole = page.state === 'end';
  }
  return { records, isWhole };
}

export function isFailedCall(value: object): value is FailedCall {
  return 'kind' in value;
}

/** True if a deployment has as many ready instances as it asks for. */
export function hasReadyInstances({ replicas, ready_replicas: ready }: JsonObject): boolean {
  return typeof replicas === 'number' && typeof ready === 'number' && ready >= replicas;
}

function toListed(raw: JsonObject): ListedDeployment {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    id: text(raw.id),
    name: text(raw.name),
    state: text(raw.state),
    replicas: number(raw.replicas),
    readyReplicas: number(raw.ready_replicas),
    createdAt: text(raw.created_at),
    raw,
  };
}
