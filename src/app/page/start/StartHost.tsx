import { useLocation } from 'wouter';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { RecentDrafts } from '#src/features/drafts/menu/RecentDrafts.tsx';
import { TemplateSection } from '#src/features/drafts/templates/TemplateSection.tsx';
import type { Example } from '#src/features/import/start/documents.examples.ts';
import { startWords } from '#src/features/import/start/start-words.ts';
import { StartPage } from '#src/features/import/start/StartPage.tsx';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useOpenTemplate } from '../drafts/use-open-template.ts';
import { useDraftFacts } from '../drafts/use-draft-facts.ts';

interface StartHostProps {
  draft: Draft;
  onImport: () => void;
}

/** The start page, joined with the drafts. */
export function StartHost({ draft, onImport }: StartHostProps) {
  const [, navigate] = useLocation();
  const facts = useDraftFacts();
  const openTemplate = useOpenTemplate(draft);
  const { edition } = useSession();
  const translate = useTranslate();
  const notify = useNotify();
  const openNew = async (body: Example['body']) => {
    await draft.openNew(body);
    navigate('/new/basics');
  };
  const openExample = async ({ body, title, edition: needed }: Example) => {
    await openNew(body);
    // Documents of the professional edition are valid in both.
    const isSwitched = needed === 'platinum' && edition !== 'platinum';
    if (isSwitched) changeSession({ edition: needed });
    const opened = translate(startWords.opened(title));
    notify({ text: isSwitched ? `${opened} ${translate(startWords.switched)}` : opened });
  };
  return (
    <StartPage
      onNew={() => void openNew(initialBody)}
      onImport={onImport}
      onExample={(example) => void openExample(example)}
      templates={
        <TemplateSection
          headingLevel="h2"
          onUse={(filled, template) => void openTemplate(filled, template)}
        />
      }
      drafts={
        <RecentDrafts
          draft={draft}
          facts={facts}
          onOpen={(id) => {
            const opened = id === draft.id ? Promise.resolve() : draft.open(id);
            void opened.then(() => navigate('/new/basics'));
          }}
        />
      }
    />
  );
}
