import { useLocation } from 'wouter';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { RecentDrafts } from '#src/features/drafts/menu/RecentDrafts.tsx';
import type { Example } from '#src/features/import/start/documents.examples.ts';
import { startWords } from '#src/features/import/start/start-words.ts';
import { StartPage } from '#src/features/import/start/StartPage.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useCreatedDrafts } from '../drafts/use-created-drafts.ts';

interface StartHostProps {
  draft: Draft;
  onImport: () => void;
}

/** The start page, joined with the drafts. */
export function StartHost({ draft, onImport }: StartHostProps) {
  const [, navigate] = useLocation();
  const created = useCreatedDrafts();
  const translate = useTranslate();
  const notify = useNotify();
  const openNew = async (body: Example['body']) => {
    await draft.openNew(body);
    navigate('/new/basics');
  };
  return (
    <StartPage
      onNew={() => void openNew(initialBody)}
      onImport={onImport}
      onExample={({ body, title }) =>
        void openNew(body).then(() => notify({ text: translate(startWords.opened(title)) }))
      }
      drafts={
        <RecentDrafts
          draft={draft}
          created={created}
          onOpen={(id) => {
            const opened = id === draft.id ? Promise.resolve() : draft.open(id);
            void opened.then(() => navigate('/new/basics'));
          }}
        />
      }
    />
  );
}
