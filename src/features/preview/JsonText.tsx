import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { LINE_HEIGHT } from './line-list.ts';
import { createPainter } from './painter.ts';

/**
 * The text of the document, complete up to 2,000 lines, beyond that the part in view. It follows every key,
 * writing only the lines that changed, past React: a key must not draw components.
 */
export function JsonText() {
  const { store } = useEditor();
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (box.current === null || text.current === null) return undefined;
    const scroller = box.current;
    const lines = text.current;
    // Remembered: to ask for it at a key would have the whole page laid out twice.
    const see = () => ({
      top: scroller.scrollTop,
      height: scroller.clientHeight,
      width: scroller.clientWidth,
    });
    let view = see();
    const painter = createPainter(
      () => view,
      lines,
      () => store.get(),
    );
    const look = () => {
      view = see();
      painter.paint();
    };
    painter.paint();
    const stop = store.subscribe(painter.paint);
    scroller.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => {
      stop();
      scroller.removeEventListener('scroll', look);
      observer.disconnect();
      // The next painter, such as that of StrictMode's second run, starts with an empty element.
      lines.replaceChildren();
    };
  }, [store]);
  return (
    <Box sx={{ flex: 1, minHeight: 0, position: 'relative' }}>
      <Box
        ref={box}
        role="region"
        aria-label={t('preview.title')}
        tabIndex={0}
        sx={(theme) => ({
          // A box of its own to the browser: a line that changes concerns nothing around it.
          position: 'absolute',
          inset: 0,
          contain: 'strict',
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
            lineHeight: `${LINE_HEIGHT}px`,
            whiteSpace: 'normal',
            overflow: 'clip',
          },
          // Blocks of lines, each laid out and painted for itself. Wide enough for any line, so that a text that grows
          // wider has none of them laid out again; what is too much is cut by the text.
          '& pre > span': { display: 'block', contain: 'strict', width: 1_000_000 },
          '& pre > span > span': { display: 'block', height: LINE_HEIGHT, whiteSpace: 'pre' },
          '& .key': { color: 'json.key' },
          '& .text': { color: 'json.text' },
          '& .other': { color: 'json.number' },
          '& .changed': { width: 'fit-content', backgroundColor: theme.vars.palette.json.mark },
        })}
      >
        <pre ref={text} translate="no" />
      </Box>
    </Box>
  );
}
