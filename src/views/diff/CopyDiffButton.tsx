import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { FirstItems } from '../first-items.ts';
import styles from './diff.module.css';
import { diffText, type DiffRow } from './diff-rows.ts';
import { diffWords } from './diff-words.ts';

/** Copies the differences by path, with their values. */
export function CopyDiffButton({ changes }: { changes: FirstItems<DiffRow> }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    const isCopied = await copyText(diffText(changes));
    notify({ text: translate(isCopied ? diffWords.copied : diffWords.notCopied) });
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      {translate(diffWords.copy)}
    </button>
  );
}
