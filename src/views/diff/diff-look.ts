import { EditorView } from '@codemirror/view';

const tint = (color: string, percent: number) =>
  `color-mix(in srgb, var(--mui-palette-${color}-main) ${percent}%, transparent)`;

/** A line below the text: a darker background would leave too little contrast. */
const changedText = (color: string) => ({
  background: tint(color, 6),
  boxShadow: `inset 0 -2px ${tint(color, 70)}`,
});

const removed = { backgroundColor: tint('error', 9) };
const removedText = changedText('error');
const added = { backgroundColor: tint('success', 9) };
const addedText = changedText('success');

/** The colors of a text diff, from the theme of the page. The selectors repeat those of the package. */
export const diffLook = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk, &.cm-merge-b .cm-deletedLine': removed,
  '&.cm-merge-b .cm-changedLine, .cm-insertedLine': added,
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-deletedChunk .cm-deletedText': removedText,
  '&.cm-merge-b .cm-changedText': addedText,
  '&.cm-merge-a .cm-changedLineGutter, &.cm-merge-b .cm-deletedLineGutter': {
    background: 'var(--mui-palette-error-main)',
  },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--mui-palette-success-main)' },
  '.cm-collapsedLines': {
    padding: '4px 12px',
    color: 'var(--mui-palette-text-secondary)',
    background: 'var(--mui-palette-ground-hover)',
    fontSize: '12px',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { cursor: 'default' },
});
