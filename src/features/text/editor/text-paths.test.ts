import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { pathOfLine } from '#src/document/line-paths.ts';
import { fullBody } from '#src/domain/deployment/bodies.testing.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { pathAtOffset, rangeOfPath } from './text-paths.ts';

const body: Json = { ...(fullBody as object), future: { a: [1, { '': null }], 'x"y': [''] } };

function leavesOf(value: Json, path: Path = []): readonly Path[] {
  if (isJsonList(value))
    return value.flatMap((member, index) => leavesOf(member, [...path, index]));
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
  return [path];
}

const leaves = leavesOf(body);

test.each([2, undefined, 4])(
  'every leaf leads to its place in the text and back, with the indent %j',
  (indent) => {
    const text = JSON.stringify(body, null, indent);
    const state = EditorState.create({ doc: text, extensions: [json()] });
    ensureSyntaxTree(state, text.length, 60_000);
    expect(leaves.length).toBeGreaterThan(60);
    for (const path of leaves) {
      const { from, to, key } = rangeOfPath(state, path);
      expect(JSON.parse(text.slice(from, to))).toBe(getIn(body, path));
      expect(pathAtOffset(state, from)).toEqual(path);
      if (key) expect(pathAtOffset(state, key.from)).toEqual(path);
    }
  },
);

test('the editor and the preview open the same field from a line', () => {
  const text = documentText(body);
  const state = EditorState.create({ doc: text, extensions: [json()] });
  ensureSyntaxTree(state, text.length, 60_000);
  const opened = new Set<string>();
  for (let number = 1; number <= state.doc.lines; number++) {
    const line = state.doc.line(number);
    const path = pathAtOffset(state, line.from + line.text.length - line.text.trimStart().length);
    expect([number, path]).toEqual([number, pathOfLine(body, number - 1)]);
    opened.add(JSON.stringify(path));
  }
  for (const path of leaves) expect(opened.has(JSON.stringify(path))).toBe(true);
});
