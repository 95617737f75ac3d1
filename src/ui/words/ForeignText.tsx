import Button from '@mui/material/Button';
import { useState } from 'react';
import {
  cutForeign,
  foreignLine,
  SHOWN_AT_FIRST,
  SHOWN_AT_MOST,
} from '#src/domain/core/characters/foreign-text.ts';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import styles from './foreign-text.module.css';
import { useWords } from './page-words.ts';

/** The longest name that is shown, in code points. The service allows 128 characters. */
const NAME_LENGTH = 160;

/** A name from outside on one line, isolated from the text direction around it. Works inside a button. */
export function ForeignName({ text }: { text: string }) {
  const { shown, more } = cutForeign(text, NAME_LENGTH);
  return <bdi>{foreignLine(shown) + (more > 0 ? '…' : '')}</bdi>;
}

/**
 * A text from outside (the service, a proxy, the browser): isolated from the text direction around it, with invisible
 * characters as codes and without line breaks. A long text is cut; a button shows the rest.
 */
export function ForeignText({ text }: { text: string }) {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const { shown, more } = cutForeign(text, isWhole ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  return (
    <>
      <bdi tabIndex={isWhole || more > 0 ? -1 : undefined} className={styles.text}>
        {foreignLine(shown) + (more > 0 ? '…' : '')}
      </bdi>
      {more > 0 && !isWhole && (
        <Button
          size="small"
          variant="text"
          onClick={({ currentTarget }) => revealBefore(currentTarget, () => setWhole(true))}
          className={styles.more}
        >
          {t('foreign.showAll', { count: more })}
        </Button>
      )}
      {more > 0 && isWhole && <span>{' ' + t('foreign.notShown', { count: more })}</span>}
    </>
  );
}

/** The placeholder for the foreign text while its sentence is translated. */
const HOLE = '\u0000';

/** A sentence with a text from outside in it; `words` returns the sentence with a placeholder. */
export function AroundForeign({ words, text }: { words: (hole: string) => string; text: string }) {
  const [before = '', after = ''] = words(HOLE).split(HOLE);
  return (
    <>
      <span>{before}</span>
      <ForeignText key={text} text={text} />
      <span>{after}</span>
    </>
  );
}
