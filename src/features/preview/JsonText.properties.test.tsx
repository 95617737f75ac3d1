import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { countLines } from '#src/document/lines.ts';
import { anyEdit, anyJson, applyEdit } from '#src/document/documents.testing.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { JsonText } from './JsonText.tsx';

/** One line or several blocks of lines, short enough to be rendered completely. */
const anyDocument = fc
  .oneof(
    { weight: 3, arbitrary: anyJson },
    fc.array(anyJson, { minLength: 30, maxLength: 60 }).map((rows) => ({ rows })),
  )
  .filter((document) => countLines(document) <= 1500);

const anySteps = fc.array(fc.oneof(anyEdit, fc.constantFrom('undo', 'redo')), { maxLength: 8 });

test(
  'the rendered lines equal the text of any document after any edits',
  { timeout: PROPERTY_MS },
  async () => {
    const open = await openPane();
    await fc.assert(
      fc.asyncProperty(anyDocument, anySteps, async (document, steps) => {
        const { region, store } = await open(document);
        expectText(region, store.get());
        for (const step of steps) {
          if (step === 'undo') store.undo();
          else if (step === 'redo') store.redo();
          else store.edit(applyEdit(store.get(), step));
          expectText(region, store.get());
        }
      }),
      { numRuns: runs(100) },
    );
  },
);

test(
  'the visible lines of a long text equal those of the document',
  { timeout: PROPERTY_MS },
  async () => {
    const start = Array.from({ length: 1100 }, (_, at) => ({ name: `n${at}`, value: at }));
    const anyScroll = fc.record({ scrollTo: fc.double({ min: 0, max: 1, noNaN: true }) });
    // Hundreds of rows are added and removed, so that the text crosses 2,000 lines in both directions.
    const anyCut = fc.record({ keep: fc.integer({ min: 400, max: 1100 }) });
    const anyMove = fc.array(fc.oneof(anyScroll, anyCut, anyEdit), { maxLength: 8 });
    const open = await openPane();
    await fc.assert(
      fc.asyncProperty(anyMove, async (moves) => {
        const { region, store } = await open({ rows: start });
        for (const move of moves) {
          if ('scrollTo' in move) region.scrollTop = move.scrollTo * region.scrollHeight;
          else if ('keep' in move) store.edit({ rows: start.slice(0, move.keep) });
          else store.edit(applyEdit(store.get(), move));
          // A text that becomes shorter changes the scroll position, too.
          await nextFrame();
          expectView(region, store.get());
        }
      }),
      // Shrinking takes longer than the timeout, which would then hide the counterexample.
      { numRuns: runs(15), endOnFailure: true },
    );
  },
);

/** Renders a pane, and returns a function that opens a document in a new one. */
async function openPane() {
  const { rerender, getByRole, store } = await renderEditor({}, null);
  let count = 0;
  return async (document: Json) => {
    store.reset(document);
    await rerender(
      <div key={count++} style={{ display: 'flex', height: 400 }}>
        <JsonText />
      </div>,
    );
    const region = getByRole('region', { name: 'JSON preview' }).element() as HTMLElement;
    return { region, store };
  };
}

function expectText(region: HTMLElement, document: Json): void {
  const text = documentText(document);
  expect(region.textContent).toBe(text);
  // `innerText` is the text that a user selects and copies.
  expect(region.innerText).toBe(text);
}

/** Checks that every rendered line is at its position, and that no visible line is missing. */
function expectView(region: Element, document: Json): void {
  const lines = documentText(document).split('\n');
  const begin = Number.parseFloat(getComputedStyle(region).paddingTop);
  const offset = region.getBoundingClientRect().top - region.scrollTop + begin;
  const elements = [...region.querySelectorAll('pre > span > span')];
  const rendered = elements.map((line) => {
    const { top, height } = line.getBoundingClientRect();
    return [Math.round((top - offset) / height), line.textContent] as const;
  });
  expect(rendered).toEqual(rendered.map(([at]) => [at, lines[at]]));
  const height = elements[0]!.getBoundingClientRect().height;
  const first = Math.max(0, Math.ceil((region.scrollTop - begin) / height));
  const end = Math.floor((region.scrollTop + region.clientHeight - begin) / height);
  const inView = lines.map((_, at) => at).slice(first, end);
  expect(rendered.map(([at]) => at)).toEqual(expect.arrayContaining(inView));
}

/** Resolves after the next frame and its scroll events. */
async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
