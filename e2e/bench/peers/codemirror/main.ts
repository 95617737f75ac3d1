// The baseline of the editor: CodeMirror with what every editor of JSON has, and nothing that reads the text.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { loadDocument } from '../load-document.ts';

const doc = JSON.stringify(await loadDocument(), null, 2);
const view = new EditorView({
  doc,
  extensions: [lineNumbers(), history(), json(), keymap.of([...defaultKeymap, ...historyKeymap])],
});
document.querySelector('#editor')!.append(view.dom);
