import Button from '@mui/material/Button';
import { TriangleAlert } from 'lucide-react';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { TextCheck } from '../check/check-edited-text.ts';
import { textWords } from '../words/text-words.ts';
import styles from './text-pane.module.css';

/** The most problems that are listed. */
const MAX_LISTED = 3;

interface TextProblemsProps {
  check: Exclude<TextCheck, { kind: 'fine' }>;
  onAccept: () => void;
  onRestore: () => void;
  /** Shows an offset of the text; absent where there is no editor. */
  onShow: (offset: number) => void;
  /** The label of the button that shows the place, unless it is the usual one. */
  showLabel?: string;
}

/** Why the text is not the document, and the ways out. */
export function TextProblems(props: TextProblemsProps) {
  const { check, onAccept, onRestore, onShow, showLabel } = props;
  const translate = useTranslate();
  const { problems } = check;
  const more = problems.length - MAX_LISTED;
  return (
    <div role="alert" ref={keepRowFocus} className={styles.problems}>
      <TriangleAlert size={18} aria-hidden className={styles.icon} />
      <div className={styles.problemsText}>
        <p>{translate(check.kind === 'broken' ? textWords.broken : textWords.held)}</p>
        <ul>
          {problems.slice(0, MAX_LISTED).map(({ offset, line, message }) => (
            <li key={offset}>{translate(textWords.line(line, message))}</li>
          ))}
          {more > 0 && <li>{translate(textWords.more(more))}</li>}
        </ul>
        <div className={styles.problemsActions}>
          <Button size="small" variant="outlined" onClick={() => onShow(problems[0]?.offset ?? 0)}>
            {showLabel ?? translate(textWords.show)}
          </Button>
          {check.kind === 'held' && (
            <Button size="small" variant="outlined" onClick={onAccept}>
              {translate(textWords.accept)}
            </Button>
          )}
          <Button size="small" variant="text" onClick={onRestore}>
            {translate(textWords.restore)}
          </Button>
        </div>
      </div>
    </div>
  );
}
