import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import { formatPath } from '#src/json/path.ts';
import { readValue, type ReadOf } from '#src/domain/core/check/read-value.ts';
import { ContractError } from './errors.ts';

/**
 * Reads the body of a successful response by its spec, as tolerantly as `readValue`: invalid optional parts are
 * omitted. Throws a {@link ContractError} that names the path if a required part is missing or invalid.
 */
export function readAnswer<const S extends FieldSpec>(spec: S, json: unknown): ReadOf<S> {
  const reading = readValue(spec, json);
  if ('value' in reading) return reading.value;
  const { path, message } = reading.problem;
  throw new ContractError(`${formatPath(path)}: ${message.en}`);
}
