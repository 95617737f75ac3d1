import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyJudgedBody } from '#src/domain/deployment/valid-bodies.testing.ts';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { documentText } from './document-text.ts';
import { anyEdit, anyJson, applyEdit, oddKeys, parse } from './documents.testing.ts';
import { setIn } from './edits.ts';
import type { Json } from '#src/json/value.ts';
import { createDocumentStore } from './store.ts';

/** The text of a valid body with keys that the API does not define, as in a file or draft. */
const anyBodyText = fc
  .tuple(
    anyJudgedBody,
    fc.dictionary(fc.constantFrom(...oddKeys), anyJson, { maxKeys: 3 }),
    fc.constantFrom([], ['deployment'], ['deployment', 'template', 'containers', 0]),
  )
  .map(([{ body }, unknown, place]) => {
    const document = parse(JSON.stringify(body));
    return documentText(
      Object.entries(unknown).reduce<Json>(
        (whole, [key, value]) => setIn(whole, [...place, key], value),
        document,
      ),
    );
  });

test('a body loaded into the document keeps its text', { timeout: PROPERTY_MS }, () => {
  fc.assert(
    fc.property(anyBodyText, (text) => {
      expect(documentText(createDocumentStore(parse(text)).get())).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

test(
  'undoing all edits restores the text, and redoing them restores their result',
  { timeout: PROPERTY_MS },
  () => {
    fc.assert(
      fc.property(anyBodyText, fc.array(anyEdit, { maxLength: 8 }), (text, edits) => {
        const store = createDocumentStore(parse(text), () => 0);
        for (const edit of edits) store.edit(applyEdit(store.get(), edit), { typing: false });
        const edited = documentText(store.get());
        let steps = 0;
        while (store.undo()) steps++;
        expect(documentText(store.get())).toBe(text);
        for (; steps > 0; steps--) store.redo();
        expect(documentText(store.get())).toBe(edited);
      }),
      { numRuns: runs(200) },
    );
  },
);
