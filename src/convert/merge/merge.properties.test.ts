import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOf } from '../diff/row-identity.ts';
import { getIn } from '#src/json/get-in.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { mergeDocuments, type Side } from './merge-documents.ts';
import { isSameJson } from './same-json.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const scalar = fc.oneof(word, fc.integer({ min: 0, max: 3 }), fc.boolean());
const variable = fc.record({ name: word, value: word });
const container = fc.record(
  {
    name: word,
    image_url: word,
    envs: fc.uniqueArray(variable, { selector: ({ name }) => name, maxLength: 4 }),
    args: fc.array(word, { maxLength: 3 }),
    resources: fc.dictionary(word, scalar, { maxKeys: 3 }),
  },
  { requiredKeys: ['name'] },
);
const body: fc.Arbitrary<JsonObject> = fc.record(
  {
    description: word,
    containers: fc.uniqueArray(container, { selector: ({ name }) => name, maxLength: 3 }),
  },
  { requiredKeys: ['containers'] },
) as never;

/** Every value, by the names of the rows and keys around it. A list of plain values is one value. */
function leaves(value: Json, place = '', found = new Map<string, Json>()): Map<string, Json> {
  if (isJsonObject(value))
    for (const [key, member] of Object.entries(value)) leaves(member, `${place}/${key}`, found);
  else if (isJsonList(value) && value.every(isJsonObject))
    for (const row of value) leaves(row, `${place}/${identityOf(row)}`, found);
  else found.set(place, value);
  return found;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameJson(a, b);
}

test('a merge keeps everything that others added or changed and that the user left alone', () => {
  fc.assert(
    fc.property(body, body, body, (base, mine, theirs) => {
      const { document, conflicts } = mergeDocuments(base, mine, theirs);
      const before = leaves(base);
      const own = leaves(mine);
      const merged = leaves(document);
      const isContested = (place: string) =>
        conflicts.some(({ key }) => place.startsWith(key.replaceAll(/\/[a-z_]+=/g, '/')));
      for (const [place, value] of leaves(theirs)) {
        const isTheirs = !isSame(before.get(place), value);
        const isMine = !isSame(before.get(place), own.get(place));
        if (isTheirs && !isMine && !isContested(place)) expect(merged.get(place)).toEqual(value);
      }
    }),
  );
});

test('without changes of the user the result is that of others, and the other way round', () => {
  fc.assert(
    fc.property(body, body, (base, other) => {
      expect(mergeDocuments(base, base, other)).toEqual({ document: other, conflicts: [] });
      expect(mergeDocuments(base, other, base)).toEqual({ document: other, conflicts: [] });
      expect(mergeDocuments(base, other, other)).toEqual({ document: other, conflicts: [] });
    }),
  );
});

test('every conflict can be decided for either side, and no other field depends on it', () => {
  fc.assert(
    fc.property(body, body, body, fc.boolean(), (base, mine, theirs, isTheirs) => {
      const side: Side = isTheirs ? 'theirs' : 'mine';
      const { conflicts } = mergeDocuments(base, mine, theirs);
      const chosen = new Map(conflicts.map(({ key }) => [key, side]));
      expect(chosen.size).toBe(conflicts.length);
      const merge = mergeDocuments(base, mine, theirs, chosen);
      expect(merge.conflicts.map(({ key }) => key)).toEqual(conflicts.map(({ key }) => key));
      for (const conflict of merge.conflicts) {
        expect(conflict.side).toBe(side);
        const value = conflict[side];
        if (value !== undefined) expect(getIn(merge.document, conflict.path)).toEqual(value);
      }
    }),
  );
});
