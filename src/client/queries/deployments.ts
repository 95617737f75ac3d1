import { queryOptions } from '@tanstack/react-query';
import { deploymentsAnswerGroup } from '#src/domain/api/answers/deployments.fields.ts';
import { trackList } from '#src/domain/api/list-progress.ts';
import { asList, asObject } from '#src/json/value.ts';
import type { ReadOf } from '#src/domain/core/check/read-value.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import type {
  DeploymentListing,
  DeploymentRecord,
  ListedDeployment,
} from '#src/domain/lookup/deployment-record.ts';
import { usageOfRecord, type DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import { mismatchesOf } from '../http/answer-mismatch.ts';
import { HttpError, MismatchError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { faultHeader } from '../session/mock-fault.ts';
import { tokenFor, withCurrentToken, type Place } from '../session/place.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send, type Answer } from '../http/request.ts';
import { getSession, placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';
import { deploymentFactsGroup } from './deployment-facts.ts';

const summariesGroup = groupField({
  ...deploymentsAnswerGroup,
  fields: {
    deployments: rowsField({
      ...deploymentsAnswerGroup.fields.deployments,
      row: deploymentFactsGroup,
    }),
  },
});

export interface Created {
  readonly deployment: DeploymentRecord;
  readonly status: number;
  readonly requestId: string | undefined;
}

interface CreateOptions {
  readonly signal?: AbortSignal;
  readonly onExchange?: (exchange: Exchange) => void;
}

/**
 * Creates a deployment with exactly this body. `key` identifies the attempt: the server answers a second request with
 * the same key and body from memory. Throws the errors of {@link send} and {@link readAnswer}, and
 * {@link MismatchError} if the response is about another deployment.
 */
export async function createDeployment(
  place: Place,
  body: string,
  key: string,
  options: CreateOptions = {},
): Promise<Created> {
  const { path, headers } = atPlace(place);
  const answer = await send(path, {
    ...options,
    method: 'POST',
    body,
    headers: {
      ...headers,
      'Idempotency-Key': key,
      ...faultHeader(place.targetId, getSession()),
    },
  });
  const deployment = toRecord(readAnswer(deploymentFactsGroup, answer.json));
  const { status, requestId } = answer;
  const sent = asObject(JSON.parse(body) as unknown);
  const mismatches = mismatchesOf(sent, place.projectId, asObject(answer.json));
  if (mismatches.length > 0)
    throw new MismatchError(mismatches, { status, answeredId: deployment.id, requestId });
  return { deployment, status, requestId };
}

/**
 * Reads a deployment by its ID; undefined if it no longer exists. A 404 is trusted only if the list of deployments with
 * its name does not contain it either, because gateways and proxies return 404, too. Throws the errors of {@link send}
 * and {@link readAnswer}.
 */
export async function showDeployment(
  place: Place,
  { id, name }: Pick<DeploymentRecord, 'id' | 'name'>,
  signal?: AbortSignal,
): Promise<DeploymentRecord | undefined> {
  const { path, headers } = atPlace(place);
  try {
    const answer = await send(`${path}/${encodeURIComponent(id)}`, { headers, signal });
    return toRecord(readAnswer(deploymentFactsGroup, answer.json));
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error;
    const { deployments, isComplete } = await findDeployments(place, name, signal);
    if (isComplete && !deployments.some((deployment) => deployment.id === id)) return undefined;
    throw error;
  }
}

/**
 * All deployments with exactly this name at a place, newest first. The service also lists names that only contain it.
 * Throws the errors of {@link send} and {@link readAnswer}.
 */
export async function findDeployments(
  place: Place,
  name: string,
  signal?: AbortSignal,
): Promise<DeploymentListing> {
  const deployments = new Map<string, ListedDeployment>();
  let clockOffsetMs: number | undefined;
  let isComplete = false;
  const filter = { name, sort: 'created_at:desc' };
  for await (const { page, answer, isEnd } of pagesOf(atPlace(place), filter, signal)) {
    isComplete = isEnd;
    clockOffsetMs = answer.clockOffsetMs ?? clockOffsetMs;
    const raw = asList(asObject(answer.json).deployments);
    page.forEach((record, index) => {
      // By ID: a create in the meantime moves records to the next page, which then repeats them.
      if (record.name === name) deployments.set(record.id, { ...record, raw: raw[index] });
    });
  }
  return { deployments: [...deployments.values()], isComplete, clockOffsetMs };
}

function atPlace(place: Place) {
  const session = { ...getSession(), ...place, token: tokenFor(place) };
  return targetPath(session, 'v3', 'deployments');
}

/** The query key of {@link showDeployment} with the current token. */
export function deploymentKey(place: Place, id: string) {
  const where = placeKey({ ...getSession(), ...place, token: tokenFor(place) });
  return ['deployment', ...where, id] as const;
}

export type NamedDeployment = Pick<DeploymentRecord, 'id' | 'name'>;

/** The common start of the query keys of deployment names, at every place. */
export const deploymentNamesKey = ['deployment names'];

/** The newest thousand deployments of the project: their names, and what they occupy on their nodes. */
export function deploymentNamesQuery(session: Session) {
  return queryOptions({
    queryKey: [...deploymentNamesKey, ...placeKey(session)],
    queryFn: async ({ signal }): Promise<readonly DeploymentUse[]> => {
      const found = new Map<string, DeploymentUse>();
      const where = targetPath(withCurrentToken(session), 'v3', 'deployments');
      for await (const { page, answer } of pagesOf(where, { sort: 'created_at:desc' }, signal)) {
        const raw = asList(asObject(answer.json).deployments);
        page.forEach(({ id, name }, index) => {
          found.set(id, { ...usageOfRecord(raw[index]), id, name });
        });
        if (found.size >= MAX_NAMES) break;
      }
      return [...found.values()];
    },
  });
}

/** {@link deploymentNamesQuery} reads no more than this many deployments. */
const MAX_NAMES = 1000;

/** The maximum of the list API, and 5,000 records: more than a project may have. */
const LIMITS = { pageSize: 100, maxPages: 50 };

interface ListedPage {
  readonly page: readonly DeploymentRecord[];
  readonly answer: Answer;
  /** True for the last page. */
  readonly isEnd: boolean;
}

/**
 * The pages of a listing, each requested when it is consumed. Stops without reaching the end after 50 pages, or after a
 * page without new records. Throws the errors of {@link send} and {@link readAnswer}.
 */
export async function* pagesOf(
  { path, headers }: ReturnType<typeof targetPath>,
  filter: Record<string, string>,
  signal?: AbortSignal,
): AsyncGenerator<ListedPage> {
  const progress = trackList(LIMITS);
  for (;;) {
    const query = new URLSearchParams({
      ...filter,
      limit: String(LIMITS.pageSize),
      offset: String(progress.offset),
    });
    const answer = await send(`${path}?${query}`, { headers, signal });
    const page = readAnswer(summariesGroup, answer.json).deployments.map(toRecord);
    const ids = page.map(({ id }) => id);
    const state = progress.add(ids, asObject(answer.json).count);
    yield { page, answer, isEnd: state === 'end' };
    if (state !== 'more') return;
  }
}

function toRecord(answer: ReadOf<typeof deploymentFactsGroup>): DeploymentRecord {
  return {
    id: answer.id,
    name: answer.name,
    state: answer.state ?? '',
    replicas: answer.replicas,
    readyReplicas: answer.ready_replicas,
    createdAt: answer.created_at ?? '',
  };
}
