import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { IssueStore } from '#src/ui/editing/issues/issue-store.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import type { TextCheck } from '../check/check-edited-text.ts';
import { rangesOf } from './text-paths.ts';

/** Places are looked for again this long after the parser had not read all of the text. */
const PARSE_AGAIN_MS = 300;
/** The most squiggles: each one costs on every key. */
const MAX_SQUIGGLES = 200;

interface SquiggleOptions {
  readonly view: EditorView;
  readonly issues: IssueStore;
  readonly translate: (text: Text) => string;
  readonly check: () => TextCheck;
}

/** Marks the problems of the text, or those of the document, in the editor. */
export function createSquiggles({ view, issues, translate, check }: SquiggleOptions) {
  const show = () => {
    again.cancel();
    const { diagnostics, isComplete } = diagnosticsOf(view.state, check(), issues.all(), translate);
    if (!isShown(view.state, diagnostics)) view.dispatch(setDiagnostics(view.state, diagnostics));
    if (!isComplete) again.schedule();
  };
  const again = createDebounce(PARSE_AGAIN_MS, show);
  return { show, stop: again.cancel };
}

interface ShownDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** False while some places cannot be known. */
  readonly isComplete: boolean;
}

/** The problems of the text itself, or those of the document at their tokens. */
function diagnosticsOf(
  state: EditorState,
  check: TextCheck,
  issues: readonly Issue[],
  translate: (text: Text) => string,
): ShownDiagnostics {
  if (check.kind !== 'fine') {
    const diagnostics = check.problems.map(({ offset, message }): Diagnostic => {
      const from = Math.min(offset, state.doc.length);
      const to = Math.min(state.doc.lineAt(from).to, from + 40);
      const severity = check.kind === 'broken' ? 'error' : 'warning';
      return { from, to: Math.max(from, to), severity, message: translate(message) };
    });
    return { diagnostics, isComplete: true };
  }
  if (issues.length === 0) return { diagnostics: [], isComplete: true };
  const { find, isComplete } = rangesOf(state);
  const diagnostics = issues
    .slice(0, MAX_SQUIGGLES)
    .map(({ path, severity, message, rule }): Diagnostic => {
      const { from, to, key } = find(path);
      // An object would be underlined as a whole; its key is what to look at.
      const isLong = state.doc.lineAt(from).to < to;
      const place = isLong && key ? key : { from, to: isLong ? from + 1 : to };
      return {
        from: place.from,
        to: place.to,
        severity: severity === 'note' ? 'info' : severity,
        message: translate(message),
        ...(rule && { source: rule }),
      };
    });
  return { diagnostics, isComplete };
}

/** True if exactly these diagnostics are shown: each change of them costs. */
function isShown(state: EditorState, diagnostics: readonly Diagnostic[]): boolean {
  const keyOf = (from: number, to: number, { severity, message }: Diagnostic) =>
    `${from} ${to} ${severity} ${message}`;
  const shown = new Map<string, number>();
  const count = (key: string, by: number) => shown.set(key, (shown.get(key) ?? 0) + by);
  forEachDiagnostic(state, (one, from, to) => count(keyOf(from, to, one), 1));
  for (const one of diagnostics) count(keyOf(one.from, one.to, one), -1);
  return [...shown.values()].every((rest) => rest === 0);
}
