import type { ReactNode } from 'react';
import { useSession } from '#src/client/session/session.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import type { OwnDeployment } from '#src/features/submit/attempt/own-deployments.ts';
import { usePendingText } from '#src/features/text/pending/pending-text.ts';
import { EditorContext } from '#src/ui/editing/editor.ts';
import { PartHost } from './PartHost.tsx';
import { useFacts } from './use-facts.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useNewEditor } from './use-new-editor.ts';

interface EditorProviderProps {
  draft: Pick<Draft, 'id' | 'store' | 'isElsewhere' | 'openCount'>;
  /** The deployments that this document created; undefined while they are loading. */
  own: readonly OwnDeployment[] | undefined;
  children: ReactNode;
}

/** Provides the editor of the document. Its rules use the lists of the target. */
export function EditorProvider({ draft, own, children }: EditorProviderProps) {
  const { edition, generation } = useSession();
  const facts = useFacts(own);
  const isPending = usePendingText(draft.id) !== undefined;
  const editor = useNewEditor(
    draft.store,
    { edition, generation, facts },
    // A text that is not the document yet would be overwritten by an edit of the form.
    draft.isElsewhere || isPending,
    draft,
  );
  useHistoryKeys(editor);
  return (
    <EditorContext value={editor}>
      {children}
      <PartHost />
    </EditorContext>
  );
}
