import Button from '@mui/material/Button';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';
import type { DraftList } from './use-draft-list.ts';

/** The effect of the last action, with a button to undo it, or why it failed. */
export function ListMessage({ list: { problem, done } }: { list: DraftList }) {
  const translate = useTranslate();
  if (problem !== undefined) {
    return (
      <div role="alert" className={styles.problem}>
        {translate(problem)}
      </div>
    );
  }
  if (done === undefined) return null;
  return (
    <div role="status" className={styles.done}>
      {translate(done.text)}
      {done.undo && (
        <Button size="small" variant="text" onClick={done.undo}>
          {translate(draftWords.undo)}
        </Button>
      )}
    </div>
  );
}
