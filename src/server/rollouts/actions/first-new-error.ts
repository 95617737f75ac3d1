import { validate } from '#src/domain/deployment/validate.ts';
import { isGeneration } from '#src/domain/core/context.ts';
import { toPointer } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';

/**
 * The first error that a change brings into a deployment, as a sentence. Errors that it had before do not count: the
 * service has accepted them.
 */
export function firstNewError(
  before: JsonObject,
  after: JsonObject,
  { instance_id: instance, generation }: Pick<RolloutRecord, 'instance_id' | 'generation'>,
): string | undefined {
  const errorsOf = (document: JsonObject) =>
    validate(document, {
      edition: instance === '' ? 'professional' : 'platinum',
      ...(generation !== null && isGeneration(generation) ? { generation } : {}),
    })
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${toPointer(path)}: ${message.en}`);
  const known = new Set(errorsOf(before));
  return errorsOf(after).find((error) => !known.has(error));
}
