import { useEffect, useState } from 'react';
import type { Language } from '#src/domain/core/text.ts';
import type { ChangesSource } from '#src/features/changes/ChangesDialog.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { openedDocument } from '#src/features/drafts/history/use-kept-history.ts';
import { storedNames } from '#src/features/drafts/stored-documents.ts';
import { listAttempts } from '#src/features/submit/attempt/attempt-database.ts';
import type { Json } from '#src/json/value.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';

const words = {
  opened: { en: 'As opened', zh: '打开时' },
  sent: (at: string) => ({ en: `As last sent, ${at}`, zh: `上次提交时，${at}` }),
  draft: (name: string) => ({ en: `Draft “${name}”`, zh: `草稿“${name}”` }),
  untitled: { en: 'Untitled deployment', zh: '未命名应用部署' },
};

/** The versions that the document can be compared with; undefined until they are read. */
export function useChangesSources(draft: Draft): readonly ChangesSource[] | undefined {
  const language = useLanguage();
  const [sources, setSources] = useState<readonly ChangesSource[]>();
  const { id, store, openCount } = draft;
  useEffect(() => {
    let isGone = false;
    const opened = openedDocument({ store, openCount });
    void readChangesSources(id, opened, language).then((read) => {
      if (!isGone) setSources(read);
    });
    return () => {
      isGone = true;
    };
  }, [id, store, openCount, language]);
  return sources;
}

/** The versions of a draft; one that cannot be read is left out. No document is read before it is chosen. */
export async function readChangesSources(
  id: string,
  opened: Json,
  language: Language,
): Promise<readonly ChangesSource[]> {
  const [attempts, documents] = await Promise.all([
    listAttempts().catch(() => []),
    storedNames().catch(() => []),
  ]);
  const sent = attempts.find(({ document, state }) => document === id && state !== 'intended');
  return [
    { id: 'opened', label: words.opened[language], load: async () => opened },
    ...(sent === undefined
      ? []
      : [
          {
            id: 'sent',
            label: words.sent(formatDateTime(sent.sentAt, language))[language],
            load: async () => JSON.parse(sent.body) as Json,
          },
        ]),
    ...documents
      .filter((one) => one.id !== id)
      .map(({ id: draftId, name, load }) => ({
        id: draftId,
        label: words.draft(name || words.untitled[language])[language],
        load,
      })),
  ];
}
