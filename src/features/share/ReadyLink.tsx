import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { readSharedText } from '#src/convert/share/read-shared-text.ts';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import type { Text } from '#src/domain/core/text.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { createShareLink, MAX_LINK, SAFE_LINK } from './link/share-link.ts';
import styles from './share.module.css';
import { shareWords } from './share-words.ts';

interface ReadyLinkProps {
  page: string;
  /** The text of the document without its secrets. */
  text: string;
  name: string;
  /** How many values were left out; undefined if none was found. */
  removed: number | undefined;
  onReview: () => void;
}

/** The link to copy with its size, or why there is none. */
export function ReadyLink({ page, text, name, removed, onReview }: ReadyLinkProps) {
  const translate = useTranslate();
  const made = useShareLink(page, text);
  return (
    <div className={styles.ready}>
      {made === undefined && <p className={styles.hint}>{translate(shareWords.working)}</p>}
      {made !== undefined && 'link' in made && <LinkToCopy link={made.link} />}
      {made !== undefined && 'problem' in made && (
        <div role="alert" className={styles.problem}>
          <p>{translate(made.problem)}</p>
          <Button
            variant="outlined"
            startIcon={<Download size={16} aria-hidden />}
            onClick={() => downloadText(text, `${name}.json`)}
          >
            {translate(shareWords.download)}
          </Button>
        </div>
      )}
      {removed !== undefined && (
        <p className={styles.removed}>
          {translate(removed === 0 ? shareWords.noneRemoved : shareWords.removed(removed))}{' '}
          <Button size="small" variant="text" onClick={onReview}>
            {translate(shareWords.review)}
          </Button>
        </p>
      )}
    </div>
  );
}

function LinkToCopy({ link }: { link: string }) {
  const translate = useTranslate();
  const language = useLanguage();
  const id = useId();
  const [copied, setCopied] = useState<boolean>();
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        {translate(shareWords.link)}
      </label>
      <textarea
        id={id}
        readOnly
        rows={5}
        className={styles.link}
        value={link}
        spellCheck={false}
        aria-describedby={`${id}-size`}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p id={`${id}-size`} className={styles.hint}>
        {joinSentences(
          language,
          translate(shareWords.size(formatted(link.length), formatted(MAX_LINK))),
          link.length > SAFE_LINK && translate(shareWords.long(formatted(SAFE_LINK))),
          isOfThisComputer(link) && translate(shareWords.onlyHere),
        )}
      </p>
      <div className={styles.actions}>
        <span role="status" className={styles.hint}>
          {copied !== undefined && translate(copied ? shareWords.copied : shareWords.copyRefused)}
        </span>
        <Button
          variant="contained"
          startIcon={<Copy size={16} aria-hidden />}
          onClick={() => void copyText(link).then(setCopied)}
        >
          {translate(shareWords.copy)}
        </Button>
      </div>
    </>
  );
}

type MadeLink = { readonly link: string } | { readonly problem: Text };

function useShareLink(page: string, text: string): MadeLink | undefined {
  const [made, setMade] = useState<MadeLink>();
  useEffect(() => {
    let isCurrent = true;
    void createShareLink(page, text).then((link) => {
      if (isCurrent) setMade(checkLink(link, text));
    });
    return () => {
      isCurrent = false;
    };
  }, [page, text]);
  return made;
}

/** A link that the other side could not open is not offered. */
function checkLink(link: string, text: string): MadeLink {
  if (link.length > MAX_LINK)
    return { problem: shareWords.tooLong(formatted(link.length), formatted(MAX_LINK)) };
  const read = readSharedText(text);
  return 'refusal' in read ? { problem: shareWords.notOpenable(read.refusal.message) } : { link };
}

/** True for the loopback addresses that `npm start` prints. */
function isOfThisComputer(link: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(link).hostname);
}

/** With separators for thousands, which both languages write alike. */
function formatted(count: number): string {
  return count.toLocaleString('en');
}
