import type { EnvEntry, EnvText, SkippedLine } from './read-env.ts';

/**
 * Reads the text of a .env file as `docker run --env-file` does: everything after the first `=` is the value,
 * including quotes and `#`. A name without `=` takes its value from the shell, so it sets nothing here.
 */
export function readDockerEnv(text: string): EnvText {
  const entries: EnvEntry[] = [];
  const skipped: SkippedLine[] = [];
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\n/);
  for (const [index, lineText] of lines.entries()) {
    const line = index + 1;
    const left = lineText.trimStart();
    if (left === '') continue;
    const equals = left.indexOf('=');
    const name = left.slice(0, Math.max(equals, 0));
    if (left.startsWith('#')) skipped.push({ line, text: lineText, why: 'comment' });
    else if (equals < 0) skipped.push({ line, text: lineText, why: 'noEquals' });
    else if (name === '') skipped.push({ line, text: lineText, why: 'noName' });
    else if (/\s/.test(name)) skipped.push({ line, text: lineText, why: 'spaceInName' });
    else entries.push({ line, lastLine: line, name, value: left.slice(equals + 1), notes: [] });
  }
  const last = new Map(entries.map(({ name, line }) => [name, line]));
  return {
    entries: entries.map((entry) => {
      const line = last.get(entry.name)!;
      return line === entry.line ? entry : { ...entry, setAgainOn: line };
    }),
    skipped,
  };
}
