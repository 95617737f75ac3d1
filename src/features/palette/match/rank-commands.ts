import type { Language, Text } from '#src/domain/core/text.ts';
import type { PaletteCommand, CommandKind } from './palette-command.ts';
import { matchText } from './match-text.ts';

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

function scoreOf(command: PaletteCommand, words: readonly string[], language: Language): number {
  const { title, detail, kind } = command;
  const other = language === 'en' ? 'zh' : 'en';
  let total = kindBonus[kind];
  for (const word of words) {
    const score = Math.max(
      matchIn(title, language, word),
      // A hit in the language of the page is worth more.
      matchIn(title, other, word) * 0.9,
      // A message is long, so it matches almost anything: only whole parts count.
      detail && normalize(detail[language]).includes(word) ? 20 : 0,
    );
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

function matchIn(text: Text, language: Language, word: string): number {
  return matchText(normalize(text[language]), word);
}

/** Lower case, and full-width characters as ASCII. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
