import IconButton from '@mui/material/IconButton';
import { FilePen } from 'lucide-react';
import { setTextMode, useTextMode } from '#src/features/text/pending/pending-text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ExportButton } from '../export/ExportButton.tsx';

const edit = { en: 'Edit as text', zh: '编辑文本' };

/** Actions on the JSON that load after the first paint. */
export function PaneActions() {
  const translate = useTranslate();
  const isText = useTextMode();
  return (
    <>
      {!isText && (
        <IconButton
          size="small"
          aria-label={translate(edit)}
          title={translate(edit)}
          onClick={() => setTextMode(true)}
        >
          <FilePen size={18} aria-hidden />
        </IconButton>
      )}
      <ExportButton />
    </>
  );
}
