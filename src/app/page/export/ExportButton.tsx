import IconButton from '@mui/material/IconButton';
import { Share } from 'lucide-react';
import { useState } from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { usePartNotice } from '../notices/use-part-notice.ts';

const ExportHost = lazyPart(async () => (await import('./ExportHost.tsx')).ExportHost);

const label = { en: 'Export', zh: '导出' };

/** Opens the document in other notations. */
export function ExportButton() {
  const translate = useTranslate();
  const notifyFailed = usePartNotice();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        aria-label={translate(label)}
        title={translate(label)}
        onClick={() => setOpen(true)}
      >
        <Share size={18} aria-hidden />
      </IconButton>
      {isOpen && (
        <PartBoundary
          onFailed={(failure) => {
            setOpen(false);
            notifyFailed(failure);
          }}
        >
          <ExportHost onClose={() => setOpen(false)} />
        </PartBoundary>
      )}
    </>
  );
}
