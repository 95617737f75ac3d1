import { basePath } from '#src/client/base-path.ts';
import { afterPaint, afterTask } from '#src/ui/first-paint.ts';
import { allowTranslators, preferredLanguage } from './language.ts';
import { drawFailed, drawShell } from './shell.ts';
import { loadWords } from './words/load-words.ts';

/**
 * Shows the outline of the page while its code is on the way, then runs that in parts, so that no task is long. All of
 * it is asked for by index.html already (vite.config.ts), but for the words, of which one language is loaded.
 */
export function begin(): void {
  const language = preferredLanguage();
  allowTranslators();
  drawShell(window.location.pathname.slice(basePath.length), language);
  mount().catch((error: unknown) => {
    drawFailed(language, error);
  });

  async function mount() {
    // Code that is there already would run before the outline is painted.
    await afterPaint();
    // Asked for again, and waited for, by the page itself.
    loadWords(language).catch(() => undefined);
    await import('./react.ts');
    await afterTask();
    await import('#src/ui/theme.ts');
    await afterTask();
    await import('./mount.tsx');
  }
}
