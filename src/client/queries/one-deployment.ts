import { queryOptions } from '@tanstack/react-query';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { HttpError } from '../http/errors.ts';
import { readAnswer } from '../http/read-answer.ts';
import { send } from '../http/request.ts';
import { isFinalRefusal, POLL_MS } from '../pods/polling.ts';
import { withCurrentToken } from '../session/place.ts';
import { placeKey, type Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';
import { deploymentFactsGroup } from './deployment-facts.ts';

/** A deployment as the service shows it. */
export interface ShownDeployment {
  readonly id: string;
  readonly name: string;
  /** Reserved and usually empty. */
  readonly state: string;
  readonly replicas: number | undefined;
  readonly readyReplicas: number | undefined;
  readonly createdAt: string;
  /** When it was read, on the clock of the target: milliseconds since 1970. */
  readonly readAtMs: number;
  /** The whole record. */
  readonly raw: JsonObject;
}

/** The deployment with an ID; null if the service says that it does not exist. Read every few seconds. */
export function deploymentQuery(session: Session, id: string) {
  return queryOptions<ShownDeployment | null>({
    queryKey: ['deployment record', ...placeKey(session), id],
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.data === null || isFinalRefusal(state.error) ? false : POLL_MS,
    queryFn: async ({ signal }) => {
      const { path, headers } = targetPath(withCurrentToken(session), 'v3', 'deployments');
      try {
        const { json, clockOffsetMs } = await send(`${path}/${encodeURIComponent(id)}`, {
          headers,
          signal,
        });
        const { name, state, ...facts } = readAnswer(deploymentFactsGroup, json);
        return {
          id: facts.id,
          name,
          state: state ?? '',
          replicas: facts.replicas,
          readyReplicas: facts.ready_replicas,
          createdAt: facts.created_at ?? '',
          readAtMs: Date.now() + (clockOffsetMs ?? 0),
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
