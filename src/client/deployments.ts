import { queryOptions } from '@tanstack/react-query';
import { asList, asObject, isObject } from '#src/domain/core/json.ts';
import { ContractError } from './errors.ts';
import { send, toTarget } from './request.ts';
import { whereOf, type Session } from './session.ts';

/** A deployment as the service answers it, cut to what the page shows. */
export interface DeploymentRecord {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly replicas: number | undefined;
  readonly readyReplicas: number | undefined;
  readonly createdAt: string;
}

/** What became of a create. */
export interface Created {
  readonly deployment: DeploymentRecord;
  readonly status: number;
  readonly requestId: string | undefined;
}

/**
 * Creates a deployment with exactly this body. `key` names the attempt: the server answers a second
 * request with the same key and body from memory. Throws the errors of {@link send}.
 */
export async function createDeployment(body: string, key: string): Promise<Created> {
  const { path, headers } = toTarget('v3', 'deployments');
  const answer = await send(path, {
    method: 'POST',
    body,
    headers: { ...headers, 'Idempotency-Key': key },
  });
  if (!isObject(answer.json) || typeof answer.json.id !== 'string')
    throw new ContractError('the answer holds no id');
  return {
    deployment: toRecord(answer.json),
    status: answer.status,
    requestId: answer.requestId,
  };
}

/** All deployments of exactly this name, looked up page by page: the service matches names loosely. */
export async function findDeployments(name: string): Promise<readonly DeploymentRecord[]> {
  const found: DeploymentRecord[] = [];
  for await (const page of pagesOf({ name }))
    found.push(...page.filter((record) => record.name === name));
  return found;
}

/** The names the project's deployments have, the newest thousand; for telling early that one is taken. */
export function deploymentNamesQuery(session: Session) {
  return queryOptions({
    queryKey: ['deployment names', ...whereOf(session)],
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const names: string[] = [];
      for await (const page of pagesOf({ sort: 'created_at:desc' }, signal)) {
        names.push(...page.map((record) => record.name));
        if (names.length >= MAX_NAMES) break;
      }
      return names;
    },
  });
}

const MAX_NAMES = 1000;

/** The most the list API gives at once. */
const PAGE = 100;

/** The pages of a listing, each asked for when it is wanted, to the last. Throws the errors of {@link send}. */
async function* pagesOf(
  filter: Record<string, string>,
  signal?: AbortSignal,
): AsyncGenerator<readonly DeploymentRecord[]> {
  const { path, headers } = toTarget('v3', 'deployments');
  for (let offset = 0; ; offset += PAGE) {
    const query = new URLSearchParams({ ...filter, limit: String(PAGE), offset: String(offset) });
    const { json } = await send(`${path}?${query}`, { headers, signal });
    const page = asList(asObject(json).deployments).map(toRecord);
    yield page;
    if (page.length < PAGE) return;
  }
}

function toRecord(value: unknown): DeploymentRecord {
  const record = asObject(value);
  const text = (key: string) => (typeof record[key] === 'string' ? record[key] : '');
  const count = (key: string) => (typeof record[key] === 'number' ? record[key] : undefined);
  return {
    id: text('id'),
    name: text('name'),
    state: text('state'),
    replicas: count('replicas'),
    readyReplicas: count('ready_replicas'),
    createdAt: text('created_at'),
  };
}
