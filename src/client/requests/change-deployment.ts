import { deploymentAnswerGroup } from '#src/domain/api/answers/deployment.fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { ContractError, HttpError } from '../http/errors.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send, type Answer } from '../http/request.ts';
import { findDeployments } from '../queries/deployments.ts';
import { faultHeader } from '../session/mock-fault.ts';
import { tokenFor, type Place } from '../session/place.ts';
import { getSession } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

const { id, name } = deploymentAnswerGroup.fields;
const identityGroup = groupField({ ...deploymentAnswerGroup, fields: { id, name } });

interface ReadOptions {
  /** Its last known name, which confirms that it is gone. */
  readonly name?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The record of a deployment as the service has it now; undefined if it no longer exists. A 404 counts only if the
 * service sent it and the list does not contain the deployment either. Throws the errors of {@link send}.
 */
export async function readLiveRecord(
  place: Place,
  deploymentId: string,
  { name: lastName, signal }: ReadOptions = {},
): Promise<JsonObject | undefined> {
  const { path, headers } = pathOf(place, deploymentId);
  try {
    const { json } = await send(path, { headers, signal });
    readAnswer(identityGroup, json);
    return asObject(json);
  } catch (error) {
    if (!saysMissing(error)) throw error;
    if (lastName === undefined) return undefined;
    const { deployments, isComplete } = await findDeployments(place, lastName, signal);
    const isListed = deployments.some((deployment) => deployment.id === deploymentId);
    if (isListed || !isComplete) throw error;
    return undefined;
  }
}

/** Gateways, proxies and our own server return 404 for other reasons. */
function saysMissing(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.status !== 404) return false;
  return error.code !== '' && !/^(?:BUILDER|APIGW)\./.test(error.code);
}

/** Sends the body of an update, exactly this text. Throws the errors of {@link send}. */
export async function sendUpdate(
  place: Place,
  deploymentId: string,
  body: string,
  signal?: AbortSignal,
): Promise<Answer> {
  const { path, headers } = pathOf(place, deploymentId);
  return send(path, { method: 'PUT', body, headers: withFault(place, headers), signal });
}

/** Deletes a deployment. With `force`, the service does not wait for the node. Throws the errors of {@link send}. */
export async function sendDelete(
  place: Place,
  deploymentId: string,
  force: boolean,
): Promise<Answer> {
  const { path, headers } = pathOf(place, deploymentId);
  const query = force ? '?force_delete=true' : '';
  return send(`${path}${query}`, { method: 'DELETE', headers: withFault(place, headers) });
}

export type PodAction = 'restart' | 'delete';

/**
 * Restarts or deletes one instance of a deployment. The service may answer with plain text; then there is no answer to
 * return. Throws the errors of {@link send}.
 */
export async function sendPodAction(
  place: Place,
  action: PodAction,
  deploymentId: string,
  podName: string,
): Promise<Answer | undefined> {
  const { path, headers } = pathOf(place, deploymentId);
  const podPath = `${path}/pods/${encodeURIComponent(podName)}`;
  const options = { headers: withFault(place, headers) };
  try {
    return action === 'restart'
      ? await send(`${podPath}/restart`, { ...options, method: 'POST' })
      : await send(podPath, { ...options, method: 'DELETE' });
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}

function withFault(place: Place, headers: Record<string, string>): Record<string, string> {
  return { ...headers, ...faultHeader(place.targetId, getSession()) };
}

function pathOf(place: Place, deploymentId: string) {
  const session = { ...getSession(), ...place, token: tokenFor(place) };
  const { path, headers } = targetPath(session, 'v3', 'deployments');
  return { path: `${path}/${encodeURIComponent(deploymentId)}`, headers };
}
