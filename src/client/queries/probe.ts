import { asObject } from '#src/json/value.ts';
import { ContractError, isClientError, type ClientError } from '../http/errors.ts';
import { send } from '../http/request.ts';
import type { Session } from '../session/session.ts';
import { targetPath } from '../session/target-path.ts';

/** The results of two requests: one to our own server, and one through it to the target. */
export interface Probe {
  /** The error of our own server; undefined if it responded. */
  readonly server: ClientError | undefined;
  /** The error of the target; undefined if it responded, or if no request was sent to it. */
  readonly target: ClientError | undefined;
  readonly requestId: string | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if no response carried a time. */
  readonly clockOffsetMs: number | undefined;
}

const nothing = {
  server: undefined,
  target: undefined,
  requestId: undefined,
  clockOffsetMs: undefined,
};

/**
 * Tries a connection without changing the session: first our own server, then a list of one deployment, which requires
 * everything that a create requires but changes nothing. Rejects only for a bug of the page.
 */
export async function probe(session: Session, signal?: AbortSignal): Promise<Probe> {
  const server = await errorOf(send('/api/targets', { signal }));
  if (server instanceof Error) return { ...nothing, server };
  const { path, headers } = targetPath(session, 'v3', 'deployments?limit=1');
  const answer = await errorOf(send(path, { headers, signal }));
  if (!(answer instanceof Error)) {
    const { requestId, clockOffsetMs } = answer;
    const isList = Array.isArray(asObject(answer.json).deployments);
    const target = isList
      ? undefined
      : new ContractError('the answer is not a list of deployments');
    return { ...nothing, target, requestId, clockOffsetMs };
  }
  if (answer.kind !== 'http') return { ...nothing, target: answer };
  const { requestId, clockOffsetMs } = answer;
  return { ...nothing, target: answer, requestId, clockOffsetMs };
}

async function errorOf<A>(request: Promise<A>): Promise<A | ClientError> {
  try {
    return await request;
  } catch (error) {
    if (isClientError(error)) return error;
    throw error;
  }
}
