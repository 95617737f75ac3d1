/** Edits through form and text in random alternation, compared with the same edits of plain objects. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt } from '#src/document/adopt.ts';
import { documentText } from '#src/document/document-text.ts';
import {
  anyEdit,
  anyJson,
  applyEdit,
  oddKeys,
  parse,
  pathOf,
  type RandomEdit,
} from '#src/document/documents.testing.ts';
import { setIn } from '#src/document/edits.ts';
import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import { anyJudgedBody } from '#src/domain/deployment/valid-bodies.testing.ts';
import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { checkEditedText } from './check-edited-text.ts';

// Generating a valid body is slow. Unknown keys and places make a document of its own from each.
const bodies = fc.sample(anyJudgedBody, 150).map(({ body }) => JSON.stringify(body));

/** A body with keys that the API does not define, at several levels. */
const anyBody: fc.Arbitrary<Json> = fc
  .tuple(
    fc.constantFrom(...bodies),
    fc
      .dictionary(fc.constantFrom(...oddKeys), anyJson, { maxKeys: 3 })
      // No text may have it.
      .filter((unknown) => !hasForbiddenKey(unknown)),
    fc.constantFrom<(readonly string[])[]>([], ['deployment'], ['deployment', 'template']),
  )
  .map(([body, unknown, place]) =>
    Object.entries(unknown).reduce<Json>(
      (whole, [key, value]) => setIn(whole, [...place, key], value),
      parse(body),
    ),
  );

/** What the editor does with a text. */
function editText(store: DocumentStore, text: string): void {
  const check = checkEditedText(text);
  if (check.kind === 'fine') store.edit(adopt(store.get(), check.document), { path: [] });
  else throw new Error(`${check.kind}: ${check.problems[0]?.message.en}`);
}

/** The same edit of a plain object, by assignment: independent of the code under test. */
function editPlain(document: Json, { kind, walk, key, value }: RandomEdit): Json {
  const plain = parse(JSON.stringify(document));
  const path = pathOf(plain, walk);
  const last = path.at(-1)!;
  let parent = plain as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent;
  const own = parse(JSON.stringify(value));
  const define = (name: string | number, member: unknown) =>
    Object.defineProperty(parent, name, {
      value: member,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  if (Array.isArray(parent)) {
    const at = Number(last);
    if (kind === 'remove' || kind === 'take') parent.splice(at, 1);
    else if (kind === 'insert') parent.splice(at, 0, own);
    else if (kind === 'move') {
      const [moved] = parent.splice(at, 1) as [unknown];
      parent.splice((at + 1) % (parent.length + 1), 0, moved);
    } else parent[at] = own;
  } else if (kind === 'remove') delete parent[last];
  else if (kind === 'add') define(key, own);
  else define(last, own);
  return plain;
}

const kinds = ['set', 'remove', 'add', 'insert', 'take', 'move'];

/** An edit that both ways can make: one that leads to a value inside of the document. */
function isUsable(document: Json, { kind, walk, key, value }: RandomEdit): boolean {
  if (hasForbiddenKey({ [key]: value })) return false;
  const path = pathOf(document, walk);
  if (path.length === 0 || !kinds.includes(kind)) return false;
  const parent = path.slice(0, -1).reduce<unknown>((part, at) => (part as never)[at], document);
  if (kind === 'add') return isJsonObject(parent);
  return isJsonList(parent) || ['set', 'remove'].includes(kind);
}

const anySteps = fc.array(
  fc.record({
    edit: anyEdit,
    isText: fc.boolean(),
    indent: fc.constantFrom<number | string | undefined>(2, undefined, 4, '\t'),
  }),
  { minLength: 2, maxLength: 8 },
);

test(
  'edits through form and text equal the same edits of plain objects, unknown keys and order included',
  { timeout: PROPERTY_MS },
  () => {
    let edited = 0;
    fc.assert(
      fc.property(anyBody, anySteps, (body, steps) => {
        const store = createDocumentStore(body, () => 0);
        let plain = parse(JSON.stringify(body));
        for (const { edit, isText, indent } of steps) {
          if (!isUsable(plain, edit)) continue;
          edited += 1;
          plain = editPlain(plain, edit);
          if (isText) editText(store, JSON.stringify(plain, null, indent));
          else store.edit(applyEdit(store.get(), edit));
          expect(documentText(store.get())).toBe(documentText(plain));
        }
        const last = store.get();
        editText(store, documentText(last));
        // A text without a change is no edit, so controls keep their focus.
        expect(store.get()).toBe(last);
      }),
      { numRuns: runs(1000) },
    );
    expect(edited).toBeGreaterThan(1000);
  },
);
