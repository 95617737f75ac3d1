import { targetOf } from '#src/domain/api/target-of.ts';
import type { JsonObject } from '#src/json/value.ts';

/** One thing in which an answer contradicts its request. */
export interface Mismatch {
  readonly what: 'name' | 'target' | 'project';
  readonly sent: string;
  readonly answered: string;
}

/**
 * In what the answer to a create contradicts the body that was sent and the project it was sent to. What either of them
 * leaves out is no contradiction: older versions of the service answer less.
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
  return pairs.flatMap(([what, wanted, given]) =>
    isText(wanted) && isText(given) && wanted !== given
      ? [{ what, sent: wanted, answered: given }]
      : [],
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
