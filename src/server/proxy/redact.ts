import { isObject } from '#src/domain/core/json.ts';
import type { Redaction } from './routes.ts';

/** Keys of a node record that hold or may hold key material (docs/sources.md, section 5). */
const nodeSecrets = new Set(['private_key', 'certificate', 'ca', 'package']);

/** Keys whose object holds the values of a configmap or secret. */
const configValues = new Set(['configs', 'secrets']);

/**
 * A copy of an answer without what a browser must not see: key material of nodes, or the values
 * of configmaps and secrets (their key names stay, each with an empty text).
 * `value` must have passed the depth check of http/parse-json.ts, since this walks by recursion.
 */
export function redact(value: unknown, redaction: Redaction): unknown {
  if (Array.isArray(value)) return value.map((item) => redact(item, redaction));
  if (!isObject(value)) return value;
  // fromEntries defines own keys, so a key named __proto__ stays a key.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (redaction === 'node-secrets' && nodeSecrets.has(key)) return [];
      if (redaction === 'config-values' && configValues.has(key) && !Array.isArray(inner)) {
        return [[key, blank(inner)]];
      }
      return [[key, redact(inner, redaction)]];
    }),
  );
}

function blank(values: unknown): unknown {
  if (!isObject(values)) return null;
  return Object.fromEntries(Object.keys(values).map((key) => [key, '']));
}
