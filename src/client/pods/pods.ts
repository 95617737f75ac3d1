import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { podsAnswerGroup } from '#src/domain/api/answers/pods.fields.ts';
import type { ReadOf } from '#src/domain/core/check/read-value.ts';
import { rememberFailures } from '#src/domain/health/earlier-failure.ts';
import type { EarlierReport } from '#src/domain/health/explain-failure.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send } from '../http/request.ts';
import { withCurrentToken } from '../session/place.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';
import { isFinalRefusal, POLL_MS } from './polling.ts';

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
          deployment_id: podRow.fields.deployment_id,
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
                name: podRow.fields.containers.row.fields.name,
                image_url: podRow.fields.containers.row.fields.image_url,
                container_id: podRow.fields.containers.row.fields.container_id,
                state: podRow.fields.containers.row.fields.state,
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

/** A container of an instance. */
export interface PodContainer {
  readonly name: string;
  readonly image: string;
  /** Such as `docker://4f8a…`; empty before it was created. */
  readonly containerId: string;
  readonly state: string;
  readonly restarts: number;
  readonly reason: string;
  readonly message: string;
}

/** An instance of a deployment. */
export interface PodRecord {
  readonly id: string;
  readonly name: string;
  readonly deploymentId: string;
  readonly nodeId: string;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly createdAt: string;
  /** Of all its containers. */
  readonly restarts: number;
  readonly containers: readonly PodContainer[];
  /** Its last report that pointed to a cause, if the page has read one and the current report does not. */
  readonly earlier?: EarlierReport | undefined;
}

/** The common start of the query keys of a deployment's instances, at every place. */
export const podsKey = ['pods'];

/** The instances of a deployment. Read every few seconds. */
export function instancesQuery(session: Session, deploymentId: string) {
  return queryOptions<readonly PodRecord[]>({
    queryKey: [...podsKey, ...placeKey(session), deploymentId],
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (isFinalRefusal(state.error) ? false : POLL_MS),
    structuralSharing: (before, now) => {
      const remembered = rememberFailures((before ?? []) as PodRecord[], now as PodRecord[]);
      return replaceEqualDeep(before, remembered);
    },
    queryFn: ({ signal }) => listPods(session, [deploymentId], signal),
  });
}

/** How many IDs a request asks for: longer addresses may be refused on the way. */
const IDS_PER_REQUEST = 50;

/** The instances of several deployments. Throws the errors of {@link send} and {@link readAnswer}. */
export async function listPods(
  session: Session,
  deploymentIds: readonly string[],
  signal?: AbortSignal,
): Promise<readonly PodRecord[]> {
  const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'pods');
  const found: PodRecord[] = [];
  for (let start = 0; start < deploymentIds.length; start += IDS_PER_REQUEST) {
    const ids = deploymentIds.slice(start, start + IDS_PER_REQUEST);
    const key = ids.length === 1 ? 'deployment_id' : 'deployment_ids';
    const query = new URLSearchParams({ [key]: ids.join(',') });
    const { json } = await send(`${path}?${query}`, { headers, signal });
    // The vendor's example has no deployment_id.
    const [onlyId = ''] = ids.length === 1 ? ids : [];
    found.push(...readAnswer(podsGroup, json).pods.map((pod) => toPod(pod, onlyId)));
  }
  return found;
}

function toPod(pod: ReadOf<typeof podsGroup>['pods'][number], onlyId: string): PodRecord {
  const containers = (pod.containers ?? []).map((container): PodContainer => ({
    name: container.name ?? '',
    image: container.image_url ?? '',
    containerId: container.container_id ?? '',
    state: container.state ?? '',
    restarts: container.restarts ?? 0,
    reason: container.reason ?? '',
    message: container.message ?? '',
  }));
  // The instance itself often has no reason; then the first container that has one explains it.
  const explained = containers.find(({ reason }) => reason !== '');
  return {
    id: pod.id,
    name: pod.name,
    deploymentId: pod.deployment_id ?? onlyId,
    nodeId: pod.node_id ?? '',
    state: pod.state ?? '',
    reason: pod.reason || (explained?.reason ?? ''),
    message: pod.message || (explained?.message ?? ''),
    createdAt: pod.created_at ?? '',
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, 0),
    containers,
  };
}
