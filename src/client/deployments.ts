import { queryOptions } from '@tanstack/react-query';
import { deploymentAnswerGroup } from '#src/domain/api/answers.fields.ts';
import { deploymentsAnswerGroup } from '#src/domain/api/neighbours.fields.ts';
import type { ReadOf } from '#src/domain/core/read-value.ts';
import { groupField, rowsField } from '#src/domain/core/structure-fields.ts';
import { readAnswer } from './read-answer.ts';
import { send, toTarget } from './request.ts';
import { whereOf, type Session } from './session.ts';

// What the page reads of a deployment. The rest of an answer may be as it likes: it says that a create went well
// even where its template is odd, and walking the templates of a thousand deployments would be for nothing.
const answered = deploymentAnswerGroup.fields;
const summaryGroup = groupField({
  ...deploymentAnswerGroup,
  fields: {
    id: answered.id,
    name: answered.name,
    state: answered.state,
    replicas: answered.replicas,
    ready_replicas: answered.ready_replicas,
    created_at: answered.created_at,
  },
});
const summariesGroup = groupField({
  ...deploymentsAnswerGroup,
  fields: {
    deployments: rowsField({
      ...deploymentsAnswerGroup.fields.deployments,
      row: summaryGroup,
    }),
  },
});

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
 * request with the same key and body from memory. Throws the errors of {@link send} and {@link readAnswer}.
 */
export async function createDeployment(body: string, key: string): Promise<Created> {
  const { path, headers } = toTarget('v3', 'deployments');
  const answer = await send(path, {
    method: 'POST',
    body,
    headers: { ...headers, 'Idempotency-Key': key },
  });
  return {
    deployment: toRecord(readAnswer(summaryGroup, answer.json)),
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

/** The pages of a listing, each asked for when it is wanted, to the last. Throws the errors of {@link send} and {@link readAnswer}. */
async function* pagesOf(
  filter: Record<string, string>,
  signal?: AbortSignal,
): AsyncGenerator<readonly DeploymentRecord[]> {
  const { path, headers } = toTarget('v3', 'deployments');
  for (let offset = 0; ; offset += PAGE) {
    const query = new URLSearchParams({ ...filter, limit: String(PAGE), offset: String(offset) });
    const { json } = await send(`${path}?${query}`, { headers, signal });
    const page = readAnswer(summariesGroup, json).deployments.map(toRecord);
    yield page;
    if (page.length < PAGE) return;
  }
}

function toRecord(answer: ReadOf<typeof summaryGroup>): DeploymentRecord {
  return {
    id: answer.id,
    name: answer.name,
    state: answer.state ?? '',
    replicas: answer.replicas,
    readyReplicas: answer.ready_replicas,
    createdAt: answer.created_at ?? '',
  };
}
