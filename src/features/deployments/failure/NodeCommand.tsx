import { Copy, CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { failureWords as words } from '../words/failure-words.ts';
import styles from './failure.module.css';

/** A command for the node, with a button that copies it. */
export function NodeCommand({ text }: { text: string }) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? CopyCheck : Copy;
  const label = translate(isCopied ? words.copied : words.copy(text));
  return (
    <div className={styles.command}>
      <code translate="no">{text}</code>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => void copyText(text).then(setCopied)}
      >
        <Icon size={14} aria-hidden />
      </button>
    </div>
  );
}
