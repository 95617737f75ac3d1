import { PAGE_GENERATION, type Generation } from '../context.ts';
import type { FieldSpec } from '../spec/field.ts';
import { fieldErrors } from './field-errors.ts';
import { fieldWarnings, ownMembers, type Watcher } from './field-warnings.ts';
import type { Issue } from '../issue.ts';
import { isJsonObject } from '#src/json/value.ts';
import { comparePaths } from '../spec/spec-at.ts';

/**
 * Everything that is wrong with one value by its spec: what the zod schema refuses, then the warnings. Paths are
 * relative to the value, in the order of the specs. Never throws; it looks no deeper than the spec, however deep the value is.
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
