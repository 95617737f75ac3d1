import Button from '@mui/material/Button';
import { useState } from 'react';
import {
  cutForeign,
  foreignLine,
  SHOWN_AT_FIRST,
  SHOWN_AT_MOST,
} from '#src/domain/core/foreign-text.ts';
import { useWords } from './page-words.ts';

/** Longest name that is shown, in code points: names are at most 128 characters at the service. */
const NAME_LENGTH = 160;

/** A name from outside, as one line in a direction of its own. Its element may stand in a button. */
export function ForeignName({ text }: { text: string }) {
  const { shown, more } = cutForeign(text, NAME_LENGTH);
  return <bdi>{foreignLine(shown) + (more > 0 ? '…' : '')}</bdi>;
}

/**
 * A text from outside (the service, a proxy, the browser): in a direction of its own, unseen characters by their
 * codes, line breaks folded. A long one is cut, and the rest is one click away.
 */
export function ForeignText({ text }: { text: string }) {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const { shown, more } = cutForeign(text, isWhole ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  return (
    <>
      <bdi style={{ overflowWrap: 'anywhere' }}>{foreignLine(shown) + (more > 0 ? '…' : '')}</bdi>
      {more > 0 && !isWhole && (
        <Button
          size="small"
          variant="text"
          onClick={() => setWhole(true)}
          sx={{ ml: 0.5, px: 0.5, py: 0, minHeight: 24, verticalAlign: 'baseline' }}
        >
          {t('foreign.showAll', { count: more })}
        </Button>
      )}
      {more > 0 && isWhole && <span>{' ' + t('foreign.notShown', { count: more })}</span>}
    </>
  );
}

/** Takes the place of a foreign text while its sentence is made. */
const HOLE = '\u0000';

/** A sentence of the page around a text from outside; `words` makes it from what stands in the text's place. */
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
