import { useLocation } from 'wouter';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { DraftsDialog } from '#src/features/drafts/menu/DraftsDialog.tsx';
import { useCreatedDrafts } from './use-created-drafts.ts';

interface DraftsHostProps {
  draft: Draft;
  onClose: () => void;
}

/** The menu of drafts, joined with the outcomes of their submissions. */
export function DraftsHost({ draft, onClose }: DraftsHostProps) {
  const [, navigate] = useLocation();
  const created = useCreatedDrafts();
  const open = async (change: Promise<unknown>) => {
    await change;
    onClose();
    navigate('/new/basics');
  };
  return (
    <DraftsDialog
      draft={draft}
      created={created}
      onClose={onClose}
      onNew={() => void open(draft.openNew(initialBody))}
      onOpen={(id) => {
        if (id === draft.id) onClose();
        else void open(draft.open(id));
      }}
    />
  );
}
