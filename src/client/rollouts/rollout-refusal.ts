import { isClientError } from '../http/errors.ts';

/** A refusal that no retry changes. */
export function isRolloutRefusal(error: unknown): boolean {
  if (!isClientError(error) || error.kind !== 'http') return false;
  return error.code === 'BUILDER.rollouts_off' || [401, 403, 404].includes(error.status);
}
