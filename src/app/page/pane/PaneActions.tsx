import { FilePen, GitCompareArrows, Link2, Share } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { setChangesOpen } from '#src/features/changes/changes-open.ts';
import { setTextMode, useTextMode } from '#src/features/text/pending/pending-text.ts';
import { CompactButton } from '#src/ui/blocks/CompactButton.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { usePartNotice } from '../notices/use-part-notice.ts';

const ExportHost = lazyPart(async () => (await import('../export/ExportHost.tsx')).ExportHost);
const ShareHost = lazyPart(async () => (await import('../share/ShareHost.tsx')).ShareHost);

const words = {
  changes: { en: 'Changes', zh: '变更' },
  edit: { en: 'Edit as text', zh: '编辑文本' },
  export: { en: 'Export', zh: '导出' },
  share: { en: 'Share link', zh: '分享链接' },
};

/** Actions on the JSON that load after the first paint. */
export function PaneActions({ hidesExport }: { hidesExport: boolean }) {
  const translate = useTranslate();
  const isText = useTextMode();
  const [Opened, setOpened] = useState<ComponentType<{ onClose: () => void }>>();
  const notifyFailed = usePartNotice();
  const close = () => setOpened(undefined);
  return (
    <>
      {!isText && (
        <CompactButton
          label={translate(words.edit)}
          icon={<FilePen size={18} aria-hidden />}
          labelFrom="narrow"
          onClick={() => setTextMode(true)}
        />
      )}
      {!hidesExport && (
        <>
          <CompactButton
            label={translate(words.changes)}
            icon={<GitCompareArrows size={18} aria-hidden />}
            labelFrom="wide"
            onClick={() => setChangesOpen(true)}
          />
          <CompactButton
            label={translate(words.share)}
            icon={<Link2 size={18} aria-hidden />}
            labelFrom="wide"
            onClick={() => setOpened(() => ShareHost)}
          />
          <CompactButton
            label={translate(words.export)}
            icon={<Share size={18} aria-hidden />}
            labelFrom="medium"
            onClick={() => setOpened(() => ExportHost)}
          />
        </>
      )}
      {Opened && (
        <PartBoundary
          onFailed={(failure) => {
            close();
            notifyFailed(failure);
          }}
        >
          <Opened onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}
