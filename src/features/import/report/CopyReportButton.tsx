import Button from '@mui/material/Button';
import { copyText } from '#src/ui/clipboard/copy-and-download.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { reportText, type ConversionSummary } from '#src/views/report/conversion-summary.ts';
import { importWords } from '../words/import-words.ts';

export function CopyReportButton({ summary }: { summary: ConversionSummary }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    const isCopied = await copyText(reportText(summary, translate));
    notify({ text: translate(isCopied ? importWords.copied : importWords.notCopied) });
  };
  return (
    <Button size="small" variant="text" onClick={() => void copy()}>
      {translate(importWords.copyReport)}
    </Button>
  );
}
