import { ownName } from '#src/client/base-path.ts';
import type { Language } from '#src/domain/core/text.ts';
import { stepIds } from '#src/features/wizard/steps.ts';
import { SHELL_ID } from '#src/ui/first-paint.ts';
import { tellLanguage } from './language.ts';
import styles from './shell.module.css';
import { firstWords } from './words/first-words.ts';

/** Where MUI keeps the scheme that was chosen. */
const MODE_STORED_AS = ownName('mui-mode');
const PANE_STORED_AS = ownName('ief-builder.pane');
/** Lines of the preview, in letters: where they begin and how long they are. */
const LINES = [
  [0, 1],
  [2, 11],
  [2, 15],
  [2, 15],
  [4, 14],
  [4, 13],
  [6, 12],
  [8, 22],
  [8, 26],
  [6, 2],
  [6, 15],
  [8, 1],
  [10, 21],
  [10, 15],
] as const;

/**
 * Draws the outline of the page at an address: bar, steps, heading, and fields without words, where the page itself
 * will have them. It stands over everything until {@link removeShell}. An address that is none of a step's has none.
 */
export function drawShell(pathname: string, language: Language): void {
  const step = stepAt(pathname);
  if (step === undefined) return;
  tellLanguage(language);
  document.documentElement.dataset.theme = scheme();
  const words = firstWords[language];
  const shell = box('shell');
  shell.id = SHELL_ID;
  // Said by the page itself, once it can be used.
  shell.ariaHidden = 'true';
  shell.append(
    box(
      'bar',
      box('logo'),
      text('name', 'span', words.name),
      box('document', box('word')),
      box('tools', box('tool'), box('tool'), box('target'), box('tool')),
    ),
    box(
      'body',
      box(
        'rail',
        ...stepIds.map((id, at) =>
          box(
            id === step ? 'current' : 'entry',
            text('number', 'span', String(at + 1)),
            text('title', 'span', words.step[id].title),
          ),
        ),
      ),
      box(
        'main',
        text('heading', 'div', words.step[step].title),
        text('purpose', 'div', words.step[step].purpose),
        field('control'),
        field('area'),
        field('control'),
      ),
      pane(),
    ),
    box('foot', box('word'), box('next')),
  );
  document.body.append(shell);
  // The first step is in view: to ask would have it laid out twice.
  if (step === stepIds[0]) return;
  shell.querySelector(`.${styles.current}`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** Says that the page could not be loaded, and why, and offers to try again. */
export function drawFailed(language: Language, fault: unknown): void {
  const words = firstWords[language];
  const again = text('again', 'button', words.reload) as HTMLButtonElement;
  again.type = 'button';
  again.addEventListener('click', () => window.location.reload());
  const shell = box(
    'shell',
    box(
      'failed',
      text('heading', 'h1', words.notLoaded),
      text('purpose', 'p', words.notLoadedHelp),
      text('purpose', 'p', fault instanceof Error ? fault.message : String(fault)),
      again,
    ),
  );
  shell.role = 'alert';
  document.getElementById(SHELL_ID)?.remove();
  document.body.append(shell);
}

function stepAt(pathname: string) {
  const [, first = '', id = '', ...rest] = pathname.split('/');
  if (rest.length > 0 || (first !== '' && first !== 'new')) return undefined;
  return stepIds.find((one) => one === id) ?? 'basics';
}

/** The scheme that was chosen, else the system's. */
function scheme(): 'light' | 'dark' {
  const chosen = stored(MODE_STORED_AS);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function field(control: 'control' | 'area'): HTMLElement {
  return box('field', box('label'), box(control), box('help'));
}

/** The preview, as wide as it was left. */
function pane(): HTMLElement {
  const lines = LINES.map(([indent, letters]) => {
    const line = box('line');
    line.style.width = `${letters}ch`;
    line.style.translate = `${indent}ch`;
    return line;
  });
  const made = box('pane', box('paneHead', box('word')), ...lines);
  const width = Number(stored(PANE_STORED_AS));
  if (width >= 360 && width <= 900) made.style.width = `${width}px`;
  return made;
}

type Part = keyof typeof styles;

function box(part: Part, ...children: readonly Node[]): HTMLElement {
  const made = document.createElement('div');
  made.className = styles[part] ?? '';
  made.append(...children);
  return made;
}

function text(part: Part, tag: string, words: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = styles[part] ?? '';
  made.textContent = words;
  return made;
}
