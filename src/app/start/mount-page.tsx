import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import i18next from 'i18next';
import type { Language } from '#src/domain/core/text.ts';
import { createPageTheme } from '#src/ui/theme/theme.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { startI18n } from '../words/i18n.ts';
import type { Dictionary } from '../words/dictionary.ts';
import { followLaunchLinks } from './follow-launch-links.ts';
import { showLoadFailure } from './load-failure.ts';

/** Renders the page in place of the skeleton, in several tasks: on a slow phone each takes longer than a frame. */
export async function mountPage(language: Language, words: Dictionary): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  followLaunchLinks();
  await nextTask();
  await startI18n(language, words);
  await nextTask();
  const theme = createPageTheme();
  // A file of its own, so that its code and that of the libraries run in different tasks.
  const { App } = await import('../App.tsx');
  const page = createRoot(root, {
    // Outside of the error boundary. React has then removed the page, and the skeleton would show again.
    onUncaughtError(error) {
      reportError(error);
      const [title, help, reload] = [
        i18next.t('app.broken'),
        i18next.t('app.brokenHelp'),
        i18next.t('app.reload'),
      ];
      queueMicrotask(() => showLoadFailure(language, error, { title, help, reload }));
    },
  });
  // In a transition React yields to the browser while it renders.
  startTransition(() =>
    page.render(
      <StrictMode>
        <App theme={theme} />
      </StrictMode>,
    ),
  );
}
