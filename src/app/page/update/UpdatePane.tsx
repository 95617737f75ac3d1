import { useMemo, type ReactNode } from 'react';
import type { Update } from '#src/features/update/open-update.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { EditorContext, useEditor } from '#src/ui/editing/editor.ts';
import { DocumentPane } from '../pane/DocumentPane.tsx';
import { JsonDrawer } from '../pane/JsonDrawer.tsx';
import { SidePane } from '../pane/SidePane.tsx';

/** The body of the update beside the form, to read or to edit as text. */
export function UpdatePane({ update }: { update: Update }) {
  return (
    <SentDocument update={update}>
      <SidePane>
        {(close) => <DocumentPane draft={draftOf(update)} close={close} hidesExport />}
      </SidePane>
    </SentDocument>
  );
}

const PendingTextBanner = lazyPart(
  async () => (await import('#src/features/text/pane/PendingTextBanner.tsx')).PendingTextBanner,
);

interface UpdateDrawerProps {
  update: Update;
  isOpen: boolean;
  onClose: () => void;
}

/** The same as a drawer over the form, where there is no room beside it. */
export function UpdateDrawer({ update, isOpen, onClose }: UpdateDrawerProps) {
  return (
    <SentDocument update={update}>
      <JsonDrawer draft={draftOf(update)} isOpen={isOpen} onClose={onClose} hidesExport />
    </SentDocument>
  );
}

/** Says why the form is read-only while the text is not the update. */
export function UpdateTextBanner({ update, onShow }: { update: Update; onShow: () => void }) {
  return (
    <SentDocument update={update}>
      <PartBoundary>
        <PendingTextBanner draftId={draftOf(update).id} onShow={onShow} />
      </PartBoundary>
    </SentDocument>
  );
}

function draftOf({ key }: Update) {
  return { id: `update ${key}`, isElsewhere: false };
}

/** Inside, the document is what the update sends. Paths and issues are those of the whole document. */
function SentDocument({ update, children }: { update: Update; children: ReactNode }) {
  const editor = useEditor();
  const inner = useMemo(() => ({ ...editor, store: update.sent }), [editor, update.sent]);
  return <EditorContext value={inner}>{children}</EditorContext>;
}
