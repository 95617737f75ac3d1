import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '#src/ui/editing/editor.ts';
import { createPainter } from './painter.ts';

/**
 * The text of the document, complete up to 2,000 lines, beyond that the part in view. It follows every key,
 * writing only the lines that changed, past React: a key must not draw components.
 */
export function JsonText() {
  const { store } = useEditor();
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (box.current === null || text.current === null) return undefined;
    const painter = createPainter(box.current, text.current, () => store.get());
    painter.paint();
    const stop = store.subscribe(() => painter.paint());
    const onScroll = () => painter.paint();
    const scroller = box.current;
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      stop();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [store]);
  return (
    <Box
      ref={box}
      role="region"
      aria-label={t('preview.title')}
      tabIndex={0}
      sx={(theme) => ({
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        px: 2,
        py: 1.5,
        '&:focus-visible': {
          outline: `2px solid ${theme.vars.palette.primary.main}`,
          outlineOffset: '-2px',
        },
        '& pre': {
          m: 0,
          fontFamily: theme.wireFont,
          fontSize: 12.5,
          lineHeight: '20px',
          whiteSpace: 'pre',
        },
        '& .key': { color: 'json.key' },
        '& .text': { color: 'json.text' },
        '& .other': { color: 'json.number' },
        '& .changed': { backgroundColor: theme.vars.palette.json.mark },
      })}
    >
      <pre ref={text} translate="no" />
    </Box>
  );
}
