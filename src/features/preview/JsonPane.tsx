import { Copy, Download } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import styles from './json-text.module.css';
import { JsonText } from './JsonText.tsx';
import { CompactButton } from '#src/ui/blocks/CompactButton.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { PreviewLinks } from './PreviewLinks.tsx';
import { useJsonActions } from './use-json-actions.ts';

/** The JSON to be sent, with buttons that copy and download exactly these bytes. `close` closes or collapses the pane, `onLeave` is called before the focus moves to a field. */
export function JsonPane({ close, onLeave }: { close: ReactNode; onLeave?: () => void }) {
  const region = useRef<HTMLDivElement>(null);
  const t = useWords();
  const { copy, download } = useJsonActions();
  return (
    <div className={styles.pane}>
      <div className={styles.header}>
        <h2 className={styles.heading}>{t('preview.heading')}</h2>
        <CompactButton
          label={t('preview.copy')}
          icon={<Copy size={16} aria-hidden />}
          labelFrom="wide"
          onClick={() => void copy()}
        />
        <CompactButton
          label={t('preview.download')}
          icon={<Download size={16} aria-hidden />}
          labelFrom="wide"
          onClick={download}
        />
        {close}
      </div>
      <div className={styles.links}>
        <PreviewLinks region={region} onLeave={onLeave} />
      </div>
      <JsonText region={region} />
    </div>
  );
}
