import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { documentText } from '#src/document/document-text.ts';
import { getIn } from '#src/json/get-in.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import styles from './json-text.module.css';
import { JsonText } from './JsonText.tsx';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** The JSON to be sent, with buttons that copy and download exactly these bytes. `close` closes or collapses the pane. */
export function JsonPane({ close }: { close: ReactNode }) {
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
      <JsonText />
    </div>
  );
}
