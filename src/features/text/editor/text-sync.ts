import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { adopt } from '#src/document/adopt.ts';
import { documentText } from '#src/document/document-text.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { History } from '#src/ui/editing/history/history.ts';
import type { IssueStore } from '#src/ui/editing/issues/issue-store.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { checkEditedText, type TextCheck } from '../check/check-edited-text.ts';
import { onPendingText, pendingText, setPendingText } from '../pending/pending-text.ts';
import { replaceText } from './replace-text.ts';
import { rangeOfPath } from './text-paths.ts';

/** The form is updated this long after the last key, milliseconds. */
const PAUSE_MS = 250;
/** The most squiggles: each one costs on every key. */
const MAX_SQUIGGLES = 200;

interface SyncOptions {
  readonly view: EditorView;
  readonly store: DocumentStore;
  readonly issues: IssueStore;
  readonly history: History;
  readonly draftId: string;
  readonly translate: (text: Text) => string;
  /** The text is a document, or why it is none. */
  readonly onCheck: (check: TextCheck) => void;
}

/** Keeps a text and the document equal, as far as the text is one. */
export interface TextSync {
  /** The user has typed. */
  onChange(): void;
  /** Reads the text now, without waiting for a pause. */
  flush(): void;
  /** Takes a text that was held back. */
  accept(): void;
  /** Replaces the text by that of the document. */
  restore(): void;
  /** Undoes or redoes in the document; false if the text is not that of the document. */
  travel(direction: 'undo' | 'redo'): boolean;
  stop(): void;
}

export function createTextSync(options: SyncOptions): TextSync {
  const { view, store, issues, history, draftId, translate, onCheck } = options;
  let check: TextCheck = checkEditedText(view.state.doc.toString());
  let isDirty = false;
  let isOwnEdit = false;

  const showSquiggles = () => {
    const diagnostics = diagnosticsOf(view.state, check, issues.all(), translate);
    view.dispatch(setDiagnostics(view.state, diagnostics));
  };
  const take = (next: Exclude<TextCheck, { kind: 'broken' }>) => {
    isOwnEdit = true;
    store.edit(adopt(store.get(), next.document), { path: [], typing: true });
    isOwnEdit = false;
    setPendingText(draftId, undefined);
  };
  const setCheck = (next: TextCheck) => {
    check = next;
    onCheck(next);
    showSquiggles();
  };
  const flush = () => {
    pause.cancel();
    if (!isDirty) return;
    isDirty = false;
    const text = view.state.doc.toString();
    const next = checkEditedText(text);
    if (next.kind === 'fine') take(next);
    else setPendingText(draftId, text);
    setCheck(next);
  };
  const pause = createDebounce(PAUSE_MS, flush);
  const restore = () => {
    pause.cancel();
    isDirty = false;
    replaceText(view, documentText(store.get()));
    check = checkEditedText(view.state.doc.toString());
    setPendingText(draftId, undefined);
    setCheck(check);
  };
  const stops = [
    store.subscribe(() => {
      if (!isOwnEdit) restore();
    }),
    issues.subscribe(showSquiggles),
    onPendingText(() => {
      if (check.kind !== 'fine' && !isDirty && pendingText(draftId) === undefined) restore();
    }),
  ];
  // Before the draft writes its last edits.
  window.addEventListener('pagehide', flush, { capture: true });
  setCheck(check);
  return {
    onChange() {
      isDirty = true;
      pause.schedule();
    },
    flush,
    accept() {
      flush();
      if (check.kind !== 'held') return;
      take(check);
      restore();
    },
    restore,
    travel(direction) {
      flush();
      if (check.kind !== 'fine') return false;
      history[direction]();
      return true;
    },
    stop() {
      flush();
      pause.cancel();
      for (const stop of stops) stop();
      window.removeEventListener('pagehide', flush, { capture: true });
    },
  };
}

/** The problems of the text itself, or those of the document at their tokens. */
function diagnosticsOf(
  state: EditorState,
  check: TextCheck,
  issues: readonly Issue[],
  translate: (text: Text) => string,
): Diagnostic[] {
  if (check.kind !== 'fine')
    return check.problems.map(({ offset, message }): Diagnostic => {
      const from = Math.min(offset, state.doc.length);
      const to = Math.min(state.doc.lineAt(from).to, from + 40);
      const severity = check.kind === 'broken' ? 'error' : 'warning';
      return { from, to: Math.max(from, to), severity, message: translate(message) };
    });
  return issues.slice(0, MAX_SQUIGGLES).map(({ path, severity, message, rule }): Diagnostic => {
    const { from, to, key } = rangeOfPath(state, path);
    // An object would be underlined as a whole; its key is what to look at.
    const isLong = state.doc.lineAt(from).to < to;
    const place = isLong && key ? key : { from, to: isLong ? from + 1 : to };
    return {
      ...place,
      severity: severity === 'note' ? 'info' : severity,
      message: translate(message),
      ...(rule && { source: rule }),
    };
  });
}
