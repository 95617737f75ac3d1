import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '#src/domain/core/text.ts';
import { App } from '../App.tsx';
import { startI18n } from '../words/i18n.ts';
import type { Dictionary } from '../words/dictionary.ts';
import { followLaunchLinks } from './follow-launch-links.ts';

/** Renders the page in place of the skeleton. */
export async function mountPage(language: Language, words: Dictionary): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  followLaunchLinks();
  await startI18n(language, words);
  // In a transition React yields to the browser while it renders.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
