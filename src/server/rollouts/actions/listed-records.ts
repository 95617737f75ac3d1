import { asList, asObject, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { DeploymentListing, ListedDeployment } from '#src/domain/lookup/deployment-record.ts';
import type { FailedCall, ActionContext } from './row-action.ts';

/** The most deployments a page may have. */
const PAGE = 100;
/** Far more than a project has: a service that pages for ever ends here. */
const MAX_PAGES = 200;

type Call = ActionContext['call'];

/** A page of deployments, or undefined if the response is not a list. */
function readPage(json: unknown): {
  readonly count: number;
  readonly records: readonly JsonObject[];
} {
  const { count, deployments } = asObject(json);
  const records = asList(deployments).filter(isJsonObject);
  return { count: typeof count === 'number' ? count : records.length, records };
}

/** The deployments with a name. The service searches for parts of names, so there may be pages of others. */
export async function listByName(
  call: Call,
  name: string,
): Promise<DeploymentListing | FailedCall> {
  const found: ListedDeployment[] = [];
  let clockOffsetMs: number | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const outcome = await call({
      endpoint: 'listDeployments',
      query: { name, limit: String(PAGE), offset: String(page * PAGE) },
    });
    if (outcome.kind !== 'ok') return outcome;
    clockOffsetMs = outcome.clockOffsetMs;
    const { count, records } = readPage(outcome.json);
    found.push(...records.filter((record) => record.name === name).map(toListed));
    if (records.length === 0 || (page + 1) * PAGE >= count) {
      return { deployments: found, isComplete: true, clockOffsetMs };
    }
  }
  return { deployments: found, isComplete: false, clockOffsetMs };
}

/** The records of the given IDs, newest first, in as few pages as possible; `isWhole` if every page was read. */
export async function listByIds(
  call: Call,
  ids: ReadonlySet<string>,
): Promise<
  { readonly records: ReadonlyMap<string, JsonObject>; readonly isWhole: boolean } | FailedCall
> {
  const records = new Map<string, JsonObject>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const outcome = await call({
      endpoint: 'listDeployments',
      query: { limit: String(PAGE), offset: String(page * PAGE) },
    });
    if (outcome.kind !== 'ok') return outcome;
    const { count, records: listed } = readPage(outcome.json);
    for (const record of listed) {
      if (typeof record.id === 'string' && ids.has(record.id)) records.set(record.id, record);
    }
    if (records.size === ids.size) return { records, isWhole: false };
    if (listed.length === 0 || (page + 1) * PAGE >= count) return { records, isWhole: true };
  }
  return { records, isWhole: false };
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
