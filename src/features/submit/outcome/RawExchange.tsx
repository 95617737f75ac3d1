import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Copy } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange } from '#src/client/exchange.ts';
import { cutForeign, foreignLines, SHOWN_AT_MOST } from '#src/domain/core/foreign-text.ts';
import { useNotify } from '#src/ui/notices.ts';
import type { Attempt } from '../attempt/attempt.ts';
import { answerText, requestText } from './exchange-text.ts';

interface RawExchangeProps {
  attempt: Attempt;
  exchange: Exchange | undefined;
}

/** Request and answer as they went over the wire, tokens masked; drawn only when they are wanted. */
export function RawExchange({ attempt, exchange }: RawExchangeProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Box
      component="details"
      open={isOpen}
      onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
      sx={(theme) => ({
        mt: 2,
        fontSize: 13,
        '& > summary': { cursor: 'pointer', width: 'fit-content', borderRadius: '4px' },
        '& > summary:focus-visible': {
          outline: `2px solid ${theme.vars.palette.primary.main}`,
          outlineOffset: 2,
        },
      })}
    >
      <summary>{t('submit.raw.title')}</summary>
      {isOpen && (
        <>
          <Part
            title={t('submit.raw.request')}
            copyWord={t('submit.raw.copyRequest')}
            text={requestText(attempt, exchange)}
            note={exchange ? undefined : t('submit.raw.partOf')}
          />
          <Part
            title={t('submit.raw.answer')}
            copyWord={t('submit.raw.copyAnswer')}
            text={answerText(exchange)}
            none={t(exchange ? 'submit.raw.noAnswer' : 'submit.raw.notKept')}
          />
        </>
      )}
    </Box>
  );
}

interface PartProps {
  title: string;
  copyWord: string;
  text: string | undefined;
  /** What is said in place of a text. */
  none?: string;
  /** What is said of the text. */
  note?: string | undefined;
}

function Part({ title, copyWord, text, none, note }: PartProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const id = useId();
  const box = useRef<HTMLPreElement>(null);
  const { shown, more } = useMemo(() => {
    const cut = cutForeign(text ?? '', SHOWN_AT_MOST);
    return { shown: foreignLines(cut.shown), more: cut.more };
  }, [text]);
  const copy = async () => {
    if (text === undefined) return;
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: t('submit.raw.copied') });
    } catch {
      // Pages without TLS, and browsers that refuse: the text is there to be copied by hand.
      if (box.current) window.getSelection()?.selectAllChildren(box.current);
      notify({ text: t('submit.raw.selected') });
    }
  };
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="h3" id={id} sx={{ m: 0, fontSize: 13, fontWeight: 600 }}>
          {title}
        </Box>
        {text !== undefined && (
          <Button
            size="small"
            variant="text"
            startIcon={<Copy size={14} aria-hidden />}
            onClick={() => void copy()}
          >
            {copyWord}
          </Button>
        )}
      </Box>
      {note && <Box sx={{ color: 'text.secondary' }}>{note}</Box>}
      {text === undefined ? (
        <Box sx={{ color: 'text.secondary' }}>{none}</Box>
      ) : (
        <Box
          component="pre"
          ref={box}
          role="region"
          aria-labelledby={id}
          tabIndex={0}
          translate="no"
          dir="ltr"
          sx={(theme) => ({
            m: 0,
            mt: 0.5,
            p: 1.5,
            maxHeight: 320,
            overflow: 'auto',
            border: '1px solid',
            borderColor: 'divider',
            borderRadius: '6px',
            bgcolor: 'ground.pane',
            fontFamily: theme.wireFont,
            fontSize: 12.5,
            lineHeight: '18px',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          })}
        >
          {shown}
        </Box>
      )}
      {more > 0 && (
        <Box sx={{ color: 'text.secondary' }}>{t('submit.raw.cut', { count: more })}</Box>
      )}
    </Box>
  );
}
