import { json } from '@codemirror/lang-json';
import { Change, MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, Text, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import type { Language } from '#src/domain/core/text.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { jsonLook } from '#src/views/code/json-look.ts';
import { pageNonce } from '#src/views/code/page-nonce.ts';
import type { TextEdit } from './compare-texts.ts';
import { diffLook } from './diff-look.ts';

interface TextDiffOptions {
  readonly parent: HTMLElement;
  readonly before: Text;
  readonly after: Text;
  /** The differences, which a worker has found. */
  readonly edits: readonly TextEdit[];
  readonly labels: { readonly before: string; readonly after: string };
  readonly language: Language;
  readonly isSideBySide: boolean;
  /** Shows all lines, not only those near a difference. */
  readonly isWhole: boolean;
}

/** A longer text has no colors: parsing two of them blocks the page. */
const MAX_COLORED = 300_000;

const phrases = { en: {}, zh: { '$ unchanged lines': '$ 行未更改' } };

/** A text as the editor holds it, made in a task of its own. */
export async function editorText(text: string): Promise<Text> {
  await nextTask();
  const made = Text.of(text.split('\n'));
  await nextTask();
  return made;
}

/** Shows two texts with their differences, side by side or as one text. Returns a function that removes them. */
export function createTextDiff(options: TextDiffOptions): () => void {
  const { parent, before, after, edits, labels, isSideBySide, isWhole } = options;
  const config = {
    gutter: true,
    diffConfig: {
      // New objects, because the view merges adjacent edits in the list.
      override: () => edits.map(({ fromA, toA, fromB, toB }) => new Change(fromA, toA, fromB, toB)),
    },
    ...(!isWhole && { collapseUnchanged: { margin: 3, minSize: 6 } }),
  };
  if (isSideBySide) {
    const view = new MergeView({
      ...config,
      parent,
      a: { doc: before, extensions: readOnly(labels.before, options) },
      b: { doc: after, extensions: readOnly(labels.after, options) },
    });
    return () => view.destroy();
  }
  const view = new EditorView({
    parent,
    doc: after,
    extensions: [
      readOnly(labels.after, options),
      EditorView.editorAttributes.of({ class: 'cm-merge-b' }),
      unifiedMergeView({ ...config, original: before, mergeControls: false }),
    ],
  });
  return () => view.destroy();
}

function readOnly(label: string, { language, before, after }: TextDiffOptions): Extension {
  const nonce = pageNonce();
  return [
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorState.phrases.of(phrases[language]),
    EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no' }),
    lineNumbers(),
    EditorView.lineWrapping,
    ...(before.length + after.length > MAX_COLORED ? [] : [json()]),
    jsonLook,
    diffLook,
  ];
}
