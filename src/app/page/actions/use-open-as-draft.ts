import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { DraftSettings } from '#src/features/drafts/draft-record.ts';
import { storeAsDraft } from '#src/features/drafts/store-draft.ts';
import type { Json } from '#src/json/value.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

const refused = {
  en: 'The draft could not be stored by this browser',
  zh: '浏览器无法保存该草稿',
};

/** Opens a document as a new draft in the form, from a page without it. */
export function useOpenAsDraft(): (document: Json, settings?: DraftSettings) => Promise<void> {
  const [, navigate] = useLocation();
  const notify = useNotify();
  const translate = useTranslate();
  return useCallback(
    async (document, settings) => {
      try {
        await storeAsDraft(document, settings);
        navigate('/new/basics');
      } catch {
        notify({ text: translate(refused) });
      }
    },
    [navigate, notify, translate],
  );
}
