import { PAGE_GENERATION, type Generation } from '../context.ts';
import type { FieldSpec } from '../spec/field.ts';
import { fieldErrors } from './field-errors.ts';
import { fieldWarnings, ownMembers, type Watcher } from './field-warnings.ts';
import type { Issue } from '../issue.ts';
import { isJsonObject } from '#src/json/value.ts';
import { comparePaths } from '../spec/spec-at.ts';

/**
 * The issues of a value: the errors of its zod schema and the warnings, in the order of the specs. Paths are relative to
 * the value. Never throws, and descends no deeper than the spec.
 */
export function checkField(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation = PAGE_GENERATION,
  watcher?: Watcher,
): readonly Issue[] {
  const own = isJsonObject(value) ? ownMembers(value) : value;
  const errors = fieldErrors(spec, own, owner, generation);
  const warnings = fieldWarnings(spec, own, owner, generation, watcher);
  if (errors.length === 0 || warnings.length === 0) return errors.length > 0 ? errors : warnings;
  return [...errors, ...warnings].sort((a, b) => comparePaths(spec, a.path, b.path));
}
