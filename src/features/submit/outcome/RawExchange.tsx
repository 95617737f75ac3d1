import Button from '@mui/material/Button';
import clsx from 'clsx';
import { Copy } from 'lucide-react';
import { useId, useMemo, useRef } from 'react';
import type { Exchange } from '#src/client/http/exchange.ts';
import {
  cutForeign,
  foreignLines,
  SHOWN_AT_MOST,
} from '#src/domain/core/characters/foreign-text.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Attempt } from '../attempt/attempt.ts';
import { answerText, requestText } from '../words/exchange-text.ts';
import styles from './outcome.module.css';
import { Disclosure } from './Disclosure.tsx';

interface RawExchangeProps {
  attempt: Attempt;
  exchange: Exchange | undefined;
}

/** The request and the response as sent and received, without tokens. */
export function RawExchange({ attempt, exchange }: RawExchangeProps) {
  const t = useWords();
  return (
    <Disclosure title={t('submit.raw.title')} className={clsx(styles.details, styles.raw)}>
      <ExchangePart
        title={t('submit.raw.request')}
        copyLabel={t('submit.raw.copyRequest')}
        text={requestText(attempt, exchange)}
        note={exchange ? undefined : t('submit.raw.partOf')}
      />
      <ExchangePart
        title={t('submit.raw.answer')}
        copyLabel={t('submit.raw.copyAnswer')}
        text={answerText(exchange)}
        note={
          exchange?.response
            ? undefined
            : t(exchange ? 'submit.raw.noAnswer' : 'submit.raw.notKept')
        }
      />
    </Disclosure>
  );
}

interface ExchangePartProps {
  title: string;
  copyLabel: string;
  text: string | undefined;
  /** Explains what is missing. */
  note: string | undefined;
}

function ExchangePart({ title, copyLabel, text, note }: ExchangePartProps) {
  const t = useWords();
  const id = useId();
  const box = useRef<HTMLPreElement>(null);
  const copy = useCopy(box);
  const { shown, more } = useMemo(() => {
    const cut = cutForeign(text ?? '', SHOWN_AT_MOST);
    return { shown: foreignLines(cut.shown), more: cut.more };
  }, [text]);
  return (
    <div className={styles.exchange}>
      <div className={styles.exchangeHeader}>
        <h3 id={id}>{title}</h3>
        {text !== undefined && (
          <Button
            size="small"
            variant="text"
            startIcon={<Copy size={14} aria-hidden />}
            onClick={() => void copy(text)}
          >
            {copyLabel}
          </Button>
        )}
      </div>
      {note && <div className={styles.secondary}>{note}</div>}
      {text !== undefined && (
        <pre
          ref={box}
          role="region"
          aria-labelledby={id}
          // A scrollable box must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          translate="no"
          dir="ltr"
          className={styles.wire}
        >
          {shown}
        </pre>
      )}
      {more > 0 && <div className={styles.secondary}>{t('submit.raw.cut', { count: more })}</div>}
    </div>
  );
}

/** Copies a text; where the browser refuses, selects the box that shows it. */
function useCopy(box: { readonly current: HTMLElement | null }) {
  const t = useWords();
  const notify = useNotify();
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: t('submit.raw.copied') });
    } catch {
      // Pages without TLS, and browsers that refuse.
      if (box.current) window.getSelection()?.selectAllChildren(box.current);
      notify({ text: t('submit.raw.selected') });
    }
  };
}
