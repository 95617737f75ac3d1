import Button from '@mui/material/Button';
import { FileInput } from 'lucide-react';
import { useState, useSyncExternalStore, useMemo } from 'react';
import { kinds } from '#src/convert/request/kinds.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { carriedSentence } from '#src/views/report/conversion-summary.ts';
import { importWords } from '../words/import-words.ts';
import styles from './banner.module.css';
import { CopyReportButton } from './CopyReportButton.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import {
  parseReport,
  rawReport,
  removeReport,
  replacedDocument,
  subscribeReports,
} from './report-store.ts';

/**
 * Lets notices keep clear of the banner. A style rule with `body:has()` would do without this, but makes the browser style
 * the whole page whenever a notice disappears, which takes as long as six key presses.
 */
function markPage(banner: HTMLElement | null): (() => void) | undefined {
  if (banner === null) return undefined;
  const { dataset } = document.body;
  dataset.importResult = '';
  const endFocus = keepRowFocus(banner);
  return () => {
    delete dataset.importResult;
    endFocus?.();
  };
}

/** Shows how much of the imported text was carried over, until it is dismissed or the import is undone. */
export function ImportReportBanner({ draftId }: { draftId: string }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const text = useSyncExternalStore(subscribeReports, () => rawReport(draftId));
  const summary = useMemo(() => parseReport(text), [text]);
  const isUndone = useDocument((document) => document === replacedDocument(draftId));
  if (summary === undefined || isUndone) return null;
  return (
    <div role="status" ref={markPage} className={styles.banner}>
      <FileInput size={18} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <strong>{translate(carriedSentence(summary))}</strong>{' '}
        {translate(importWords.from(kinds[summary.kind]))}
      </div>
      <div className={styles.actions}>
        <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
          {translate(importWords.showReport)}
        </Button>
        <CopyReportButton summary={summary} />
        <Button size="small" variant="text" onClick={() => removeReport(draftId)}>
          {translate(importWords.dismiss)}
        </Button>
      </div>
      {isOpen && <ReportDialog summary={summary} onClose={() => setOpen(false)} />}
    </div>
  );
}
