/** Random edits of texts in any layout: reading only what changed gives what reading the whole text gives. */
import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState, type ChangeSpec } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt } from '#src/document/adopt.ts';
import { documentText } from '#src/document/document-text.ts';
import { anyJson, parse } from '#src/document/documents.testing.ts';
import { idsOf } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { PROPERTY_MS } from '#src/testing/runs.ts';
import { checkEditedText } from '../check/check-edited-text.ts';
import { readChange } from './read-change.ts';

const pieces = ['', '1', '"', ',', ' ', 'x', '}', '"a": 1,', ', "b": [2]', 'null, '];

function stateOf(text: string): EditorState {
  const state = EditorState.create({ doc: text, extensions: [json()] });
  ensureSyntaxTree(state, text.length, 60_000);
  return state;
}

/** Reads a change both ways: the part was enough, or the whole text was needed although it is a document. */
function readBoth(
  before: EditorState,
  document: Json,
  change: ChangeSpec,
): 'part' | 'whole' | 'none' {
  const { changes, state } = before.update({ changes: change });
  const result = readChange({ state: before, document }, changes, state.doc);
  const whole = checkEditedText(state.doc.toString());
  if (result === undefined) return whole.kind === 'fine' ? 'whole' : 'none';
  expect(documentText(result)).toBe(whole.kind === 'fine' ? documentText(whole.document) : '');
  return 'part';
}

test.each([undefined, 2])('a change at any place of a text with the indent %j', (indent) => {
  const document: Json = { a: { b: [1, { c: 'hi' }, {}], name: 'x' }, d: null };
  const text = JSON.stringify(document, null, indent);
  const before = stateOf(text);
  const counts = { part: 0, whole: 0, none: 0 };
  for (let from = 0; from <= text.length; from++)
    for (const insert of pieces)
      for (const to of [from, Math.min(text.length, from + 5)])
        counts[readBoth(before, document, { from, to, insert })] += 1;
  expect(counts.part).toBeGreaterThan(2 * counts.whole);
});

test('a change of any document', { timeout: PROPERTY_MS }, () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'name', '1', '__proto__', 'x y'), anyJson, {
        minKeys: 1,
      }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 12 }),
      fc.constantFrom(...pieces),
      (members, at, length, insert) => {
        const text = documentText(members);
        const from = Math.floor(at * text.length);
        readBoth(stateOf(text), parse(text), {
          from,
          to: Math.min(text.length, from + length),
          insert,
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('several changes are read together', () => {
  const document: Json = { a: [1, 2, 3, 4], b: 'x' };
  const before = stateOf(documentText(document));
  const first = before.update({
    changes: { from: before.doc.toString().indexOf('2'), insert: '7, ' },
  });
  const second = first.state.update({
    changes: { from: first.state.doc.toString().indexOf('4'), insert: '5' },
  });
  const changes = first.changes.compose(second.changes);
  const next = readChange({ state: before, document }, changes, second.state.doc);
  expect(next).toEqual({ a: [1, 7, 2, 3, 54], b: 'x' });
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `v${at}` }));

function edit(document: Json, find: string, insert: string, cut = 0) {
  const text = documentText(document);
  const before = stateOf(text);
  const from = text.indexOf(find) + find.length;
  const { changes, state } = before.update({ changes: { from, to: from + cut, insert } });
  return readChange({ state: before, document }, changes, state.doc);
}

test('other members stay the same objects, and the changed row keeps its identity', () => {
  const document: Json = { a: rows(5), b: { c: [1] } };
  const ids = idsOf(getIn(document, ['a']) as JsonList);
  const next = edit(document, '"v2', 'x')!;
  expect(getIn(next, ['a', 2])).toEqual({ name: 'n2', value: 'v2x' });
  expect(getIn(next, ['a', 1])).toBe(getIn(document, ['a', 1]));
  expect(getIn(next, ['b'])).toBe(getIn(document, ['b']));
  expect(idsOf(getIn(next, ['a']) as JsonList)).toEqual(ids);
});

test('a row typed into a list of any length is read without the rest', () => {
  const document: Json = { a: rows(4000) };
  const next = edit(document, '"value": "v3000"\n    },', '\n{"name": "new"},')!;
  expect(getIn(next, ['a', 3001])).toEqual({ name: 'new' });
  expect(next).toEqual(adopt(document, next));
});

test.each([
  ['a key that appears twice', '"c": 1', ', "b": 2'],
  ['a number that would change', '"c": 1', '.0'],
  ['a text that is not JSON', '"c": 1', 'x'],
  ['a key that JavaScript puts first', '"c": 1', ', "7": 1'],
  ['a key that is not allowed', '"c": 1', ', "__proto__": 1'],
])('%s needs the whole text', (_, find, insert) => {
  expect(edit({ b: 1, c: 1 }, find, insert)).toBeUndefined();
});

test('a change of blanks is no change of the document', () => {
  const document: Json = { a: rows(3), b: 1 };
  expect(edit(document, '"v1"', '\n\n')).toBe(document);
  expect(edit(document, '"b":', '   ')).toBe(document);
});
