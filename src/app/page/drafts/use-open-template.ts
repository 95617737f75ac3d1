import { useLocation } from 'wouter';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { restoreSettings } from '#src/features/drafts/draft-settings.ts';
import type { Template } from '#src/features/drafts/templates/template-database.ts';
import type { FilledTemplate } from '#src/features/drafts/templates/template-variables.ts';
import { templateWords } from '#src/features/drafts/templates/template-words.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

/** Opens a filled template as a new draft, and says which variables have no value. */
export function useOpenTemplate(
  draft: Draft,
): (filled: FilledTemplate, template: Template) => Promise<void> {
  const [, navigate] = useLocation();
  const notify = useNotify();
  const translate = useTranslate();
  return async ({ document, unfilled }, template) => {
    if ((await draft.openNew(document)) === undefined) return;
    restoreSettings(template);
    navigate('/new/basics');
    const opened = translate(templateWords.opened(template.name));
    const rest = unfilled.length > 0 ? ` ${translate(templateWords.unfilled(unfilled))}` : '';
    notify({ text: opened + rest });
  };
}
