import { targetOf } from '#src/domain/api/target-of.ts';
import type { JsonObject } from '#src/json/value.ts';

/** A value in a response that contradicts its request. */
export interface Mismatch {
  readonly field: 'name' | 'target' | 'project';
  readonly sent: string;
  readonly answered: string;
}

/**
 * Compares the response to a create with the body and the project of the request. A value that either side omits is not
 * a mismatch: older versions of the service return less.
 */
export function mismatchesOf(
  sent: JsonObject,
  projectId: string,
  answered: JsonObject,
): readonly Mismatch[] {
  const pairs = [
    ['name', sent.name, answered.name],
    ['target', targetOf(sent), targetOf(answered)],
    ['project', projectId, answered.project_id],
  ] as const;
  return pairs.flatMap(([field, sentValue, answeredValue]) =>
    isText(sentValue) && isText(answeredValue) && sentValue !== answeredValue
      ? [{ field, sent: sentValue, answered: answeredValue }]
      : [],
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
