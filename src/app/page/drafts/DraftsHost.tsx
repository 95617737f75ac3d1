import { useLocation } from 'wouter';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { DraftsDialog } from '#src/features/drafts/menu/DraftsDialog.tsx';
import { useOpenTemplate } from './use-open-template.ts';
import { useDraftFacts } from './use-draft-facts.ts';

interface DraftsHostProps {
  draft: Draft;
  onClose: () => void;
}

/** The menu of drafts, joined with the outcomes of their submissions. */
export function DraftsHost({ draft, onClose }: DraftsHostProps) {
  const [, navigate] = useLocation();
  const facts = useDraftFacts();
  const openTemplate = useOpenTemplate(draft);
  const open = async (change: Promise<unknown>) => {
    await change;
    onClose();
    navigate('/new/basics');
  };
  return (
    <DraftsDialog
      draft={draft}
      facts={facts}
      onClose={onClose}
      onUseTemplate={(filled, template) => void openTemplate(filled, template).then(onClose)}
      onNew={() => void open(draft.openNew(initialBody))}
      onOpen={(id) => {
        if (id === draft.id) onClose();
        else void open(draft.open(id));
      }}
    />
  );
}
