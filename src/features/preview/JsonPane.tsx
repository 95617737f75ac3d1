import { Copy, Download } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import styles from './json-text.module.css';
import { JsonText } from './JsonText.tsx';
import { CompactButton } from '#src/ui/blocks/CompactButton.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { PreviewLegend } from './PreviewLegend.tsx';
import { PreviewLinks } from './PreviewLinks.tsx';
import { useJsonActions } from './use-json-actions.ts';

interface JsonPaneProps {
  /** Further actions. They load later, so they come first, where they move nothing. */
  actions?: ReactNode;
  /** Closes or collapses the pane. */
  close: ReactNode;
  /** Called before the focus moves to a field. */
  onLeave?: () => void;
}

/** The JSON to be sent, with buttons that copy and download exactly these bytes. */
export function JsonPane({ actions, close, onLeave }: JsonPaneProps) {
  const region = useRef<HTMLDivElement>(null);
  const t = useWords();
  const { copy, download } = useJsonActions();
  return (
    <div className={styles.pane}>
      <div className={styles.header}>
        <h2 className={styles.heading}>{t('preview.heading')}</h2>
        {actions}
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
      <PreviewLegend />
    </div>
  );
}
