import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, indentWithTab, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  type KeyBinding,
  type ViewUpdate,
} from '@codemirror/view';
import type { Language } from '#src/domain/core/text.ts';
import { jsonLook } from '#src/views/code/json-look.ts';
import { editorPhrases } from '../words/editor-phrases.ts';
import { createCompletionSource, type CompletionFacts } from './complete-json.ts';
import { externalChange } from './replace-text.ts';
import { fieldHelp } from './field-help.ts';
import { countMembers } from './fold-count.ts';
import { linkedLines } from './linked-lines.ts';

interface JsonEditorOptions extends CompletionFacts {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly language: Language;
  readonly isReadOnly: boolean;
  /** The nonce of the content security policy for style elements. */
  readonly nonce: string | undefined;
  readonly onChange: (update: ViewUpdate) => void;
  readonly onFocus: () => void;
  /** The editor is left, or what was typed is needed now. */
  readonly onBlur: () => void;
  /** Undoes or redoes in the document; false if the text differs from it, so that the text has its own history. */
  readonly onHistory: (direction: 'undo' | 'redo') => boolean;
  /** Opens the field of a place: after a click on the number of its line, or Alt+Enter. */
  readonly onGoToField: (view: EditorView, offset: number) => void;
}

/** Like a field of the form that cannot be changed. */
const readOnlyLook = EditorView.theme({
  '&': { backgroundColor: 'var(--mui-palette-field-disabled)' },
  '.cm-gutters': { backgroundColor: 'var(--mui-palette-field-disabled)' },
});

/** Creates the editor with everything that belongs to the text. */
export function createJsonEditor(options: JsonEditorOptions): EditorView {
  const { parent, text } = options;
  return new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: extensionsOf(options) }),
  });
}

function extensionsOf(options: JsonEditorOptions): Extension[] {
  const { label, language, isReadOnly, nonce, root, translate } = options;
  return [
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
    EditorState.readOnly.of(isReadOnly),
    ...(isReadOnly ? [readOnlyLook] : []),
    EditorState.phrases.of(editorPhrases[language]),
    EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no' }),
    lintGutter(),
    lineNumbers({
      domEventHandlers: {
        click: (view, block) => {
          options.onGoToField(view, firstToken(view.state, block.from));
          return true;
        },
      },
    }),
    foldGutter(),
    codeFolding({
      preparePlaceholder: (state, { from, to }) => countMembers(state, { from, to }),
      placeholderDOM: (_view, onclick, count: number) => {
        const dom = document.createElement('button');
        dom.type = 'button';
        dom.className = 'cm-foldPlaceholder';
        dom.tabIndex = -1;
        dom.textContent = `… ${count}`;
        dom.addEventListener('click', onclick);
        return dom;
      },
    }),
    history(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    indentOnInput(),
    json(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [createCompletionSource(options)], icons: false }),
    fieldHelp(root, translate),
    search({ top: true }),
    highlightSelectionMatches(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    linkedLines,
    jsonLook,
    keymap.of([
      fieldKey(options),
      createKey(options),
      ...historyKeys(options),
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap.filter(({ key }) => key !== CREATE_KEY),
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      const isOwn = update.transactions.some((one) => one.annotation(externalChange) !== true);
      if (update.docChanged && isOwn) options.onChange(update);
    }),
    EditorView.domEventHandlers({
      focus: () => options.onFocus(),
      blur: () => options.onBlur(),
    }),
  ];
}

function fieldKey({ onGoToField }: JsonEditorOptions): KeyBinding {
  return {
    key: 'Alt-Enter',
    run: (view) => {
      onGoToField(view, cursorToken(view.state));
      return true;
    },
  };
}

const CREATE_KEY = 'Mod-Enter';

/** The page creates or updates, as everywhere else, after it has got what was just typed. */
function createKey({ onBlur }: JsonEditorOptions): KeyBinding {
  return {
    key: CREATE_KEY,
    run: () => {
      onBlur();
      return false;
    },
  };
}

/** The offset of the token at the cursor; before and after the tokens of a line, that of its first one. */
function cursorToken(state: EditorState): number {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const first = firstToken(state, head);
  const end = line.from + line.text.trimEnd().replace(/,$/, '').length;
  return head < first || head >= end ? first : head;
}

/** The offset of the first token of a line, after its indent. */
function firstToken(state: EditorState, offset: number): number {
  const { from, text } = state.doc.lineAt(offset);
  return from + text.length - text.trimStart().length;
}

/** While text and document agree, their history is that of the document; the text's own one covers the rest. */
function historyKeys({ onHistory }: JsonEditorOptions): readonly KeyBinding[] {
  const back = (view: EditorView) => onHistory('undo') || undo(view) || true;
  const forth = (view: EditorView) => onHistory('redo') || redo(view) || true;
  return [
    { key: 'Mod-z', run: back, stopPropagation: true, preventDefault: true },
    { key: 'Mod-y', run: forth, stopPropagation: true, preventDefault: true },
    { key: 'Mod-Shift-z', run: forth, stopPropagation: true, preventDefault: true },
  ];
}
