import IconButton from '@mui/material/IconButton';
import { BookOpen, CornerDownRight, WrapText } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Path } from '#src/json/path.ts';
import { formatPath } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { goToField } from '#src/ui/focus/go-to-field.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { readWrap, storeWrap } from './wrap.ts';
import { linkPreview, type LinkedPlace } from './preview-links.ts';
import styles from './links.module.css';

interface PreviewLinksProps {
  region: RefObject<HTMLDivElement | null>;
  /** Called before the focus moves to a field. */
  onLeave: (() => void) | undefined;
}

const words = {
  hint: { en: 'Select a line to open its field.', zh: '选择一行，可打开对应的字段。' },
  wrap: { en: 'Wrap long lines', zh: '长行自动换行' },
  reference: { en: 'Field reference', zh: '字段参考' },
  notSent: { en: 'not sent', zh: '不发送' },
  line: (line: number) => ({ en: `Line ${line}`, zh: `第 ${line} 行` }),
};

/** The row above the preview: the field in hand and its line, and whether long lines wrap. */
export function PreviewLinks({ region, onLeave }: PreviewLinksProps) {
  const { store, inputs, referenceHref } = useEditor();
  const translate = useTranslate();
  const [place, setPlace] = useState<LinkedPlace>();
  const [wraps, setWraps] = useState(readWrap);
  const open = useEffectEvent((path: Path) => {
    onLeave?.();
    goToField(path);
  });
  useEffect(() => {
    if (region.current === null) return undefined;
    return linkPreview({
      scroller: region.current,
      editor: { store, inputs },
      open: (path) => open(path),
      onPlace: setPlace,
    });
  }, [region, store, inputs]);
  const toggleWrap = () => {
    region.current?.setAttribute('data-wraps', String(!wraps));
    storeWrap(!wraps);
    setWraps(!wraps);
  };
  return (
    <>
      <div role={place?.isCursor ? 'status' : undefined} className={styles.place}>
        {place === undefined ? (
          translate(words.hint)
        ) : (
          <>
            <CornerDownRight size={14} aria-hidden className={styles.icon} />
            <code translate="no" className={styles.path}>
              {formatPath(place.path)}
            </code>
            <a
              href={referenceHref(place.path)}
              target="_blank"
              rel="noreferrer"
              aria-label={translate(words.reference)}
              title={translate(words.reference)}
              className={styles.reference}
            >
              <BookOpen size={14} aria-hidden />
            </a>
            <span className={styles.line}>
              {translate(place.line === undefined ? words.notSent : words.line(place.line + 1))}
            </span>
          </>
        )}
      </div>
      <IconButton
        size="small"
        aria-label={translate(words.wrap)}
        title={translate(words.wrap)}
        aria-pressed={wraps}
        className={styles.wrap ?? ''}
        onClick={toggleWrap}
      >
        <WrapText size={16} aria-hidden />
      </IconButton>
    </>
  );
}
