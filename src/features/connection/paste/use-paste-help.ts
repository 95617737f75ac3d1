import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { pasteWords } from './paste-words.ts';
import { checkPaste, type PasteField } from './check-paste.ts';

interface PasteHelp {
  /** How to correct the text; undefined if the page does not know how. */
  readonly words: string | undefined;
  /** Corrects the text; undefined if the page cannot correct it. */
  readonly fix: (() => void) | undefined;
}

/** Explains the mistakes in a pasted ID or token, and corrects them on request. */
export function usePasteHelp(
  field: PasteField,
  text: string,
  onFix: (fixed: string) => void,
): PasteHelp {
  const t = useWords();
  const language = useLanguage();
  const report = checkPaste(text, field);
  const fixed = report?.fixed;
  return {
    words: report && pasteWords(t, language, report.mistakes),
    fix: fixed === undefined ? undefined : () => onFix(fixed),
  };
}
