import { diffDocuments, type Change } from '../diff/diff-documents.ts';
import { identityOf } from '../diff/row-identity.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/**
 * Where a live object, as a document, contradicts the body that was sent. The service fills in keys that were not sent, and may leave
 * out empty values and annotations. A key that the update removed from `before` contradicts it if it is still there.
 */
export function contradictionsOf(
  sent: JsonObject,
  live: JsonObject,
  before: JsonObject = {},
): readonly Change[] {
  const shown = partOf(live, sent);
  const old = partOf(before, sent);
  const wasThere = new Set(
    diffDocuments(sent, old).flatMap((change) =>
      change.kind === 'added' ? [nameOf(change.path, change.after, old)] : [],
    ),
  );
  return diffDocuments(sent, shown).filter((change) => {
    if (change.kind === 'removed')
      return change.path.at(-1) !== 'annotations' && !isDefault(change.before);
    if (change.kind !== 'added' || typeof change.path.at(-1) === 'number') return true;
    return !isDefault(change.after) && wasThere.has(nameOf(change.path, change.after, shown));
  });
}

/** The part of a document that was sent. */
function partOf(document: JsonObject, sent: JsonObject): JsonObject {
  const entries = Object.entries(document);
  return Object.fromEntries(entries.filter(([key]) => Object.hasOwn(sent, key)));
}

/** A place and its value, with rows by name. */
function nameOf(path: Path, value: Json, document: JsonObject): string {
  const keys = path.map((key, index) => {
    const row = typeof key === 'number' ? getIn(document, path.slice(0, index + 1)) : undefined;
    return row === undefined ? key : (identityOf(row) ?? key);
  });
  return JSON.stringify([keys, value]);
}

/** A value that the service fills in for a key that was not sent. */
function isDefault(value: Json): boolean {
  if (value === '' || value === null || value === false) return true;
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return isJsonList(value) && value.length === 0;
}
