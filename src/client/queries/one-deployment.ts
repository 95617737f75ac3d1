import { queryOptions } from '@tanstack/react-query';
import { deploymentAnswerGroup } from '#src/domain/api/answers/deployment.fields.ts';
import { podsAnswerGroup } from '#src/domain/api/answers/pods.fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { HttpError, isClientError } from '../http/errors.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send } from '../http/request.ts';
import { withCurrentToken } from '../session/place.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

// The page shows the template as it is, so only the facts are read.
const answered = deploymentAnswerGroup.fields;
const factsGroup = groupField({
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

const podRow = podsAnswerGroup.fields.pods.row;
const podsGroup = groupField({
  ...podsAnswerGroup,
  fields: {
    pods: rowsField({
      ...podsAnswerGroup.fields.pods,
      row: groupField({
        ...podRow,
        fields: {
          id: podRow.fields.id,
          name: podRow.fields.name,
          node_id: podRow.fields.node_id,
          state: podRow.fields.state,
          reason: podRow.fields.reason,
          message: podRow.fields.message,
          created_at: podRow.fields.created_at,
          containers: rowsField({
            ...podRow.fields.containers,
            row: groupField({
              ...podRow.fields.containers.row,
              fields: {
                restarts: podRow.fields.containers.row.fields.restarts,
                reason: podRow.fields.containers.row.fields.reason,
                message: podRow.fields.containers.row.fields.message,
              },
            }),
          }),
        },
      }),
    }),
  },
});

/** A deployment as the service shows it. */
export interface ShownDeployment {
  readonly id: string;
  readonly name: string;
  /** Reserved and usually empty. */
  readonly state: string;
  readonly replicas: number | undefined;
  readonly readyReplicas: number | undefined;
  readonly createdAt: string;
  /** The whole record. */
  readonly raw: JsonObject;
}

/** An instance of a deployment. */
export interface PodRecord {
  readonly id: string;
  readonly name: string;
  readonly nodeId: string;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly createdAt: string;
  /** Of all its containers. */
  readonly restarts: number;
}

/** While they are shown, the deployment and its instances are read this often. */
const POLL_MS = 3000;

/** Refusals that only the user can change: asking again would only repeat them. */
function isFinal(error: Error | null): boolean {
  return isClientError(error) && error.kind === 'http' && [401, 403].includes(error.status);
}

/** The deployment with an ID; null if the service says that it does not exist. Read every few seconds. */
export function deploymentQuery(session: Session, id: string) {
  return queryOptions<ShownDeployment | null>({
    queryKey: ['deployment record', ...placeKey(session), id],
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (state.data === null || isFinal(state.error) ? false : POLL_MS),
    queryFn: async ({ signal }) => {
      const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'deployments');
      try {
        const { json } = await send(`${path}/${encodeURIComponent(id)}`, { headers, signal });
        const { name, state, ...facts } = readAnswer(factsGroup, json);
        return {
          id: facts.id,
          name,
          state: state ?? '',
          replicas: facts.replicas,
          readyReplicas: facts.ready_replicas,
          createdAt: facts.created_at ?? '',
          raw: asObject(json),
        };
      } catch (error) {
        if (saysMissing(error)) return null;
        throw error;
      }
    },
  });
}

/** True only for a 404 of the service itself: gateways, proxies and our own server return 404 for other reasons. */
function saysMissing(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.status !== 404) return false;
  return error.code !== '' && !/^(?:BUILDER|APIGW)\./.test(error.code);
}

/** The instances of a deployment. Read every few seconds. */
export function instancesQuery(session: Session, deploymentId: string) {
  return queryOptions<readonly PodRecord[]>({
    queryKey: ['pods', ...placeKey(session), deploymentId],
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (isFinal(state.error) ? false : POLL_MS),
    queryFn: async ({ signal }) => {
      const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'pods');
      const query = new URLSearchParams({ deployment_id: deploymentId });
      const { json } = await send(`${path}?${query}`, { headers, signal });
      return readAnswer(podsGroup, json).pods.map((pod): PodRecord => {
        const containers = pod.containers ?? [];
        // The pod itself often has no reason; then the first container that has one explains it.
        const explained = containers.find(({ reason }) => reason) ?? {};
        return {
          id: pod.id,
          name: pod.name,
          nodeId: pod.node_id ?? '',
          state: pod.state ?? '',
          reason: pod.reason || (explained.reason ?? ''),
          message: pod.message || (explained.message ?? ''),
          createdAt: pod.created_at ?? '',
          restarts: containers.reduce((sum, { restarts = 0 }) => sum + restarts, 0),
        };
      });
    },
  });
}
