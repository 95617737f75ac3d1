import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { ContractError, HttpError } from '../http/errors.ts';
import { send } from '../http/request.ts';
import { tokenFor, type Place } from '../session/place.ts';

/** One reason why the server refused a rollout. */
export interface RefusedPart {
  /** The row that it is about. */
  readonly id: string | undefined;
  readonly path: string | undefined;
  /** In English, from the server. */
  readonly message: string;
}

export type StartedRollout =
  { readonly id: string } | { readonly problems: readonly RefusedPart[] };

/**
 * Starts a rollout: nothing is stored or sent unless all of it is valid. Throws the errors of {@link send}; after one
 * without a response, the rollout may have started.
 */
export async function startRollout(place: Place, request: JsonObject): Promise<StartedRollout> {
  const token = tokenFor(place);
  let text = '';
  try {
    const { json } = await send('/api/rollouts', {
      method: 'POST',
      body: JSON.stringify(request),
      headers: token === '' ? {} : { 'X-Auth-Token': token },
      onExchange: ({ response }) => (text = response?.body ?? ''),
    });
    const { id } = asObject(json);
    if (typeof id === 'string' && id !== '') return { id };
    throw new ContractError('the answer has no id');
  } catch (error) {
    const problems = error instanceof HttpError && error.status === 400 ? readProblems(text) : [];
    if (problems.length > 0) return { problems };
    throw error;
  }
}

function readProblems(text: string): readonly RefusedPart[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  return asList(asObject(json).problems).map((problem) => {
    const { id, path, message } = asObject(problem);
    return {
      id: typeof id === 'string' && id !== '' ? id : undefined,
      path: typeof path === 'string' ? path : undefined,
      message: typeof message === 'string' ? message : '',
    };
  });
}

/** Why the server has no rollouts; undefined if it has them. Throws the errors of {@link send}. */
export async function readRolloutsOff(signal: AbortSignal): Promise<string | null> {
  try {
    await send('/api/rollouts?limit=1', { signal });
    return null;
  } catch (error) {
    if (error instanceof HttpError && error.code === 'BUILDER.rollouts_off') return error.message;
    // Whatever else is wrong shows when the rollout is started.
    return null;
  }
}
