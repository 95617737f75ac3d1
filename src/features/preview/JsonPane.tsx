import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { documentText } from '#src/document/document-text.ts';
import { getIn } from '#src/json/get-in.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { whenIdle } from '#src/ui/parts/when-idle.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import styles from './json-text.module.css';
import { JsonText } from './JsonText.tsx';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useWords } from '#src/ui/words/page-words.ts';

const PreviewLinks = lazyPart(async () => (await import('./PreviewLinks.tsx')).PreviewLinks);

/** The JSON to be sent, with buttons that copy and download exactly these bytes. `close` closes or collapses the pane, `onLeave` is called before the focus moves to a field. */
export function JsonPane({ close, onLeave }: { close: ReactNode; onLeave?: () => void }) {
  const region = useRef<HTMLDivElement>(null);
  // Not needed before the first step is editable.
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const { store } = useEditor();
  const t = useWords();
  const notify = useNotify();
  const copy = async () => {
    const done = await copyText(documentText(store.get()));
    notify({ text: t(done ? 'preview.copied' : 'preview.copyRefused') });
  };
  const download = () => {
    const name = getIn(store.get(), ['name']);
    downloadText(
      documentText(store.get()),
      `${typeof name === 'string' && name !== '' ? name : 'deployment'}.json`,
    );
  };
  return (
    <div className={styles.pane}>
      <div className={styles.header}>
        <h2 className={styles.heading}>{t('preview.heading')}</h2>
        <Button
          size="small"
          variant="text"
          startIcon={<Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('preview.copy')}
        </Button>
        <Button
          size="small"
          variant="text"
          startIcon={<Download size={16} aria-hidden />}
          onClick={download}
        >
          {t('preview.download')}
        </Button>
        {close}
      </div>
      <div className={styles.links}>
        {isIdle && (
          <PartBoundary>
            <PreviewLinks region={region} onLeave={onLeave} />
          </PartBoundary>
        )}
      </div>
      <JsonText region={region} />
    </div>
  );
}
