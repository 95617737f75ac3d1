import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colors of the JSON pane, from the theme of the page. */
const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--mui-palette-json-key)' },
  { tag: tags.string, color: 'var(--mui-palette-json-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--mui-palette-json-number)' },
]);

const frame = '1px solid var(--mui-palette-divider)';
const pane = 'var(--mui-palette-ground-pane)';
const paper = 'var(--mui-palette-background-paper)';
const primary = 'var(--mui-palette-text-primary)';
const secondary = 'var(--mui-palette-text-secondary)';

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', color: primary, backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--wire-font)', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { caretColor: primary, padding: '8px 0' },
  // Not transparent: long lines scroll below the numbers.
  '.cm-gutters': { backgroundColor: pane, color: secondary, border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { cursor: 'pointer', minWidth: '32px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--mui-palette-action-hover)' },
  '.cm-linked': { backgroundColor: 'var(--mui-palette-json-mark)' },
  // The browser draws selection and caret: a caret of the editor's own is an animation that keeps the page drawing.
  '.cm-line::selection, .cm-line ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--mui-palette-primary-main) 28%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--mui-palette-primary-main) 22%, transparent)',
  },
  '.cm-foldPlaceholder': { backgroundColor: 'transparent', color: secondary, border: frame },
  '.cm-panels': { backgroundColor: paper, color: primary },
  '.cm-panels-top': { borderBottom: frame },
  '.cm-panels-bottom': { borderTop: frame },
  '.cm-textfield': { backgroundColor: paper, color: primary, border: frame, borderRadius: '4px' },
  '.cm-button': {
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    color: primary,
    border: frame,
    borderRadius: '4px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--mui-palette-json-mark)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--mui-palette-primary-main)' },
  '.cm-tooltip': {
    backgroundColor: paper,
    color: primary,
    border: frame,
    borderRadius: '6px',
    maxWidth: '420px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--wire-font)',
    maxHeight: '200px',
    borderRadius: '5px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0 10px', lineHeight: '25px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mui-palette-primary-main)',
    color: 'var(--mui-palette-primary-contrastText)',
  },
  '.cm-completionDetail': { marginLeft: '10px', fontStyle: 'normal', opacity: '0.75' },
  '.cm-tooltip.cm-completionInfo': {
    padding: '8px 12px',
    fontSize: '13px',
    lineHeight: '18px',
    whiteSpace: 'pre-line',
  },
  '.cm-fieldHelp': {
    padding: '8px 12px',
    fontSize: '13px',
    lineHeight: '18px',
    whiteSpace: 'pre-line',
  },
  '.cm-fieldHelp strong': { fontWeight: '600' },
  '.cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]': {
    backgroundColor: 'var(--mui-palette-action-hover)',
    color: 'inherit',
  },
});

/** The look of the editor. */
export const jsonLook = [look, syntaxHighlighting(highlight)];
