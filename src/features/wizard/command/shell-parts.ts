import { scriptAt } from '#src/domain/deployment/values/command-words.ts';

/** More parts are not named. */
const MAX_PARTS = 3;

/**
 * The variables and operators in the words of a command that only a shell would act on: all but those in the script
 * after `sh -c`.
 */
export function shellParts(words: readonly string[]): readonly string[] {
  const outside = words.slice(0, scriptAt(words) ?? words.length);
  const parts = outside.flatMap((word) => {
    if (/^(?:\|\|?|&&?|;|<|\d?>>?|\d?>&\d)$/.test(word)) return [word];
    return word.match(/\$(?:\{[A-Za-z_]\w*\}?|[A-Za-z_]\w*)/g) ?? [];
  });
  return [...new Set(parts)].slice(0, MAX_PARTS);
}
