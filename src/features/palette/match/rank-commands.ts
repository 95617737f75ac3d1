import type { Language, Text } from '#src/domain/core/text.ts';
import { whenIdle } from '#src/ui/parts/when-idle.ts';
import type { PaletteCommand, CommandKind } from './palette-command.ts';
import { matchText } from './match-text.ts';

/** The number of commands in a slice, which takes about 5 ms. */
const SLICE = 250;

const kindBonus: Record<CommandKind, number> = {
  action: 4,
  step: 3,
  container: 2,
  problem: 1,
  field: 0,
};

/**
 * The commands that match every word of a query, best first, at most `limit`. Words may be in either language of the
 * page. Without a query, the commands that are listed from the start.
 */
export function rankCommands(
  commands: readonly PaletteCommand[],
  query: string,
  language: Language,
  limit: number,
): readonly PaletteCommand[] {
  const words = normalize(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter(({ isListed }) => isListed).slice(0, limit);
  return commands
    .map((command) => ({ command, score: scoreOf(command, words, language) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ command }) => command);
}

/** Prepares the search in slices that do not delay the keyboard. Returns a function that stops it. */
export function prepareSearch(commands: readonly PaletteCommand[], from = 0): () => void {
  let stop = () => {};
  if (from < commands.length)
    stop = whenIdle(() => {
      const slice = commands.slice(from, from + SLICE);
      slice.forEach(searchedTexts);
      stop = prepareSearch(commands, from + SLICE);
    });
  return () => stop();
}

function scoreOf(command: PaletteCommand, words: readonly string[], language: Language): number {
  const { title, detail } = searchedTexts(command);
  const other = language === 'en' ? 'zh' : 'en';
  let total = kindBonus[command.kind];
  for (const word of words) {
    const score = Math.max(
      matchText(title[language], word),
      // A hit in the language of the page is worth more.
      matchText(title[other], word) * 0.9,
      // A message is long, so it matches almost anything: only whole parts count.
      detail?.[language].includes(word) ? 20 : 0,
    );
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

const normalized = new WeakMap<PaletteCommand, Pick<PaletteCommand, 'title' | 'detail'>>();

/** The texts of a command, normalized for comparison. Cached, because every letter of a query compares all of them. */
function searchedTexts(command: PaletteCommand): Pick<PaletteCommand, 'title' | 'detail'> {
  const kept = normalized.get(command);
  if (kept) return kept;
  const { title, detail } = command;
  const both = ({ en, zh }: Text) => ({ en: normalize(en), zh: normalize(zh) });
  const texts = { title: both(title), ...(detail && { detail: both(detail) }) };
  normalized.set(command, texts);
  return texts;
}

/** Lower case, and full-width characters as ASCII. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
