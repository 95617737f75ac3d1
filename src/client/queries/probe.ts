import { asObject } from '#src/json/value.ts';
import { ContractError, isClientError, type ClientError } from '../http/errors.ts';
import { send } from '../http/request.ts';
import type { Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

/** What two questions brought: one to our own server, then one through it to the target. */
export interface Probe {
  /** Why our own server gave no good answer; undefined if it did. */
  readonly server: ClientError | undefined;
  /** Why the target gave no good answer; undefined if it did, or was not asked. */
  readonly target: ClientError | undefined;
  readonly requestId: string | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if no answer carried a time. */
  readonly clockOffsetMs: number | undefined;
}

const nothing = {
  server: undefined,
  target: undefined,
  requestId: undefined,
  clockOffsetMs: undefined,
};

/**
 * Tries a connection without changing the session: our own server first, then a list of one deployment, which
 * needs everything a create needs but changes nothing. Rejects only for a mistake of ours.
 */
export async function probe(session: Session, signal?: AbortSignal): Promise<Probe> {
  const server = await errorOf(send('/api/targets', { signal }));
  if (server instanceof Error) return { ...nothing, server };
  const { path, headers } = targetPath(session, 'v3', 'deployments?limit=1');
  const answer = await errorOf(send(path, { headers, signal }));
  if (!(answer instanceof Error)) {
    const { requestId, clockOffsetMs } = answer;
    const isList = Array.isArray(asObject(answer.json).deployments);
    const target = isList ? undefined : new ContractError('the answer is no list of deployments');
    return { ...nothing, target, requestId, clockOffsetMs };
  }
  if (answer.kind !== 'http') return { ...nothing, target: answer };
  const { requestId, clockOffsetMs } = answer;
  return { ...nothing, target: answer, requestId, clockOffsetMs };
}

async function errorOf<A>(asking: Promise<A>): Promise<A | ClientError> {
  try {
    return await asking;
  } catch (error) {
    if (isClientError(error)) return error;
    throw error;
  }
}
