import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ConversionReport } from '#src/views/report/ConversionReport.tsx';
import type { ConversionSummary } from '#src/views/report/conversion-summary.ts';
import { importWords } from '../words/import-words.ts';
import styles from './banner.module.css';
import { CopyReportButton } from './CopyReportButton.tsx';

interface ReportDialogProps {
  summary: ConversionSummary;
  onClose: () => void;
}

/** The report of the last import. */
export function ReportDialog({ summary, onClose }: ReportDialogProps) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="import-report-title">
      <DialogTitle id="import-report-title" className={styles.title ?? ''}>
        {translate(importWords.reportTitle)}
      </DialogTitle>
      <div
        role="region"
        aria-labelledby="import-report-title"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        className={styles.report}
      >
        <ConversionReport summary={summary} />
      </div>
      <DialogActions className={styles.dialogActions ?? ''}>
        <CopyReportButton summary={summary} />
        <Button variant="contained" onClick={onClose}>
          {translate(importWords.close)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
