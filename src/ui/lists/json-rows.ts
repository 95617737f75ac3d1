import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/**
 * The rows in a JSON text, one object or a list of them. A row may have unknown keys, which a copy keeps, but fewer than
 * keys of `spec`. Undefined for any other text.
 */
export function readJsonRows(
  spec: FieldSpec | undefined,
  text: string,
): readonly JsonObject[] | undefined {
  if (spec?.kind !== 'group' || !/^\s*[[{]/.test(text)) return undefined;
  const rows = parse(text);
  const isRow = (row: Json): row is JsonObject => {
    const keys = isJsonObject(row) ? Object.keys(row) : [];
    return 2 * keys.filter((key) => Object.hasOwn(spec.fields, key)).length > keys.length;
  };
  return rows.length > 0 && rows.every(isRow) ? rows : undefined;
}

function parse(text: string): readonly Json[] {
  try {
    const value = JSON.parse(text) as Json;
    if (hasForbiddenKey(value)) return [];
    return Array.isArray(value) ? value : [value];
  } catch {
    return [];
  }
}
