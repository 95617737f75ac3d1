import IconButton from '@mui/material/IconButton';
import { BookOpen, CornerDownRight, FoldVertical, WrapText } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Path } from '#src/json/path.ts';
import { formatPath } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { goToField } from '#src/ui/focus/go-to-field.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { readWrap, storeWrap } from './wrap.ts';
import { linkPreview, type LinkedPlace, type LinkedPreview } from './preview-links.ts';
import styles from './links.module.css';

interface PreviewLinksProps {
  region: RefObject<HTMLDivElement | null>;
  /** Called before the focus moves to a field. */
  onLeave: (() => void) | undefined;
}

const words = {
  hint: { en: 'Select a line to open its field.', zh: '选择一行，可打开对应的字段。' },
  foldRest: { en: 'Fold other parts', zh: '折叠其他部分' },
  folded: { en: 'folded', zh: '已折叠' },
  fold: (name: string, lines: number) => ({
    en: `${name === '' ? '' : `${name} · `}${lines} ${lines === 1 ? 'line' : 'lines'}`,
    zh: `${name === '' ? '' : `${name} · `}${lines} 行`,
  }),
  wrap: { en: 'Wrap long lines', zh: '长行自动换行' },
  reference: { en: 'Field reference', zh: '字段参考' },
  notSent: { en: 'not sent', zh: '不发送' },
  line: (line: number) => ({ en: `Line ${line}`, zh: `第 ${line} 行` }),
};

/** The row above the preview: the field in hand and its line, and buttons that fold and wrap. */
export function PreviewLinks({ region, onLeave }: PreviewLinksProps) {
  const { store, inputs, issues, problemVisibility, referenceHref } = useEditor();
  const translate = useTranslate();
  const [place, setPlace] = useState<LinkedPlace>();
  const [wraps, setWraps] = useState(readWrap);
  const [foldsRest, setFoldsRest] = useState(false);
  const preview = useRef<LinkedPreview>(undefined);
  const foldWord = useEffectEvent((name: string, lines: number) =>
    translate(words.fold(name, lines)),
  );
  const open = useEffectEvent((path: Path) => {
    onLeave?.();
    goToField(path);
  });
  useEffect(() => {
    if (region.current === null) return undefined;
    const linked = linkPreview({
      scroller: region.current,
      editor: { store, inputs, issues, problemVisibility },
      open: (path) => open(path),
      onPlace: setPlace,
      foldWord: (name, lines) => foldWord(name, lines),
    });
    preview.current = linked;
    return linked.stop;
  }, [region, store, inputs, issues, problemVisibility]);
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
              {place.isFolded && ` · ${translate(words.folded)}`}
            </span>
          </>
        )}
      </div>
      <Toggle
        label={translate(words.foldRest)}
        isOn={foldsRest}
        onClick={() => {
          preview.current?.foldRest(!foldsRest);
          setFoldsRest(!foldsRest);
        }}
      >
        <FoldVertical size={16} aria-hidden />
      </Toggle>
      <Toggle label={translate(words.wrap)} isOn={wraps} onClick={toggleWrap}>
        <WrapText size={16} aria-hidden />
      </Toggle>
    </>
  );
}

interface ToggleProps {
  label: string;
  isOn: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Toggle({ label, isOn, onClick, children }: ToggleProps) {
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      className={styles.toggle ?? ''}
      onClick={onClick}
    >
      {children}
    </IconButton>
  );
}
