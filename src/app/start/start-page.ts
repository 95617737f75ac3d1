import type { Language } from '#src/domain/core/text.ts';
import { loadWords } from '../words/load-words.ts';
import { allowTranslators, preferredLanguage, setDocumentLanguage } from '../words/language.ts';
import { chosenScheme } from '../color-scheme.ts';
import { showLoadFailure } from './load-failure.ts';

/** Loads the page and the words of one language, then mounts the page. Until then, index.html shows a skeleton. */
export function startPage(): void {
  const language = preferredLanguage();
  setDocumentLanguage(language);
  allowTranslators();
  const scheme = chosenScheme();
  if (scheme !== undefined) document.documentElement.dataset.theme = scheme;
  loadPage(language).catch((error: unknown) => {
    showLoadFailure(language, error);
  });
}

async function loadPage(language: Language): Promise<void> {
  const [{ mountPage }, words] = await Promise.all([
    import('./mount-page.tsx'),
    loadWords(language),
  ]);
  await mountPage(language, words);
}
