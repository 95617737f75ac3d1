import { isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { Redaction } from './routes.ts';

/** Keys of a node record that contain or may contain key material (docs/sources.md, section 5), in any spelling. */
const nodeSecrets = new Set(['privatekey', 'certificate', 'ca', 'package']);

/** Keys that contain the values of a configmap or secret: IEF's, and those of the Kubernetes objects behind them. */
const configValues = new Set(['configs', 'secrets', 'data', 'stringdata', 'binarydata']);

/**
 * Copies a response without what a browser must not see: key material of nodes, or the values of configmaps and
 * secrets (their key names stay, with empty values). `value` must have passed the depth check of
 * http/body/parse-json.ts, because this function recurses.
 */
export function redact(value: unknown, redaction: Redaction): unknown {
  // `secrets` names both the list of records and the values of a record. An object with an ID is a record.
  const isList = isJsonObject(value) && !('id' in value);
  return isList && redaction === 'config-values'
    ? mapEntries(value, (key, inner) =>
        Array.isArray(inner)
          ? [[key, redactValue(inner, redaction)]]
          : redactEntry(key, inner, redaction),
      )
    : redactValue(value, redaction);
}

function redactValue(value: unknown, redaction: Redaction): unknown {
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redaction));
  if (!isJsonObject(value)) return value;
  return mapEntries(value, (key, inner) => redactEntry(key, inner, redaction));
}

function redactEntry(key: string, inner: unknown, redaction: Redaction): [string, unknown][] {
  const plain = key.toLowerCase().replaceAll(/[_-]/g, '');
  if (redaction === 'node-secrets' && nodeSecrets.has(plain)) return [];
  if (redaction === 'config-values' && configValues.has(plain)) return [[key, blankValues(inner)]];
  return [[key, redactValue(inner, redaction)]];
}

/** The values are an object or a list of pairs. */
function blankValues(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(blankPair);
  if (!isJsonObject(values)) return null;
  return mapEntries(values, (key) => [[key, '']]);
}

function blankPair(pair: unknown): unknown {
  if (!isJsonObject(pair)) return null;
  return mapEntries(pair, (key, inner) => [
    [key, (key === 'key' || key === 'name') && typeof inner === 'string' ? inner : ''],
  ]);
}

/** fromEntries defines own keys, so a key named __proto__ stays a key. */
function mapEntries(
  object: JsonObject,
  map: (key: string, inner: unknown) => [string, unknown][],
): unknown {
  return Object.fromEntries(Object.entries(object).flatMap(([key, inner]) => map(key, inner)));
}
