import { useTranslate } from '#src/ui/words/use-translate.ts';
import { pasteMistake, type pastedKinds } from './pasted-text.ts';

interface PasteHelp {
  /** What is wrong with the pasted text; undefined if nothing is known about it. */
  readonly words: string | undefined;
  /** Corrects the text; undefined if it cannot be corrected. */
  readonly fix: (() => void) | undefined;
}

/** Explains what is wrong with a pasted ID or token, and how to correct it. */
export function usePasteHelp(
  kind: keyof typeof pastedKinds,
  text: string,
  onFix: (fixed: string) => void,
): PasteHelp {
  const translate = useTranslate();
  const mistake = pasteMistake(text, kind);
  const fixed = mistake?.fixed;
  return {
    words: mistake && translate(mistake.words),
    fix: fixed === undefined ? undefined : () => onFix(fixed),
  };
}
