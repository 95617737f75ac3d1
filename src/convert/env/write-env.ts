import { readEnv } from './read-env.ts';

/**
 * The line, or lines, of a .env file that set a variable. Undefined if the syntax cannot express it: reading the result
 * always gives back exactly this name and value.
 */
export function writeEnvEntry(name: string, value: string): string | undefined {
  for (const written of [value, `'${value}'`, `"${escape(value)}"`]) {
    const text = `${name}=${written}`;
    if (isRead(text, name, value)) return text;
  }
  return undefined;
}

/** In double quotes, which keep carriage returns as escapes. */
function escape(value: string): string {
  return value
    .replaceAll(/[\\"$`]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

/** True if a .env file with this text sets the variable, without a note other than removed quotes and escapes. */
function isRead(text: string, name: string, value: string): boolean {
  const { entries, skipped } = readEnv(text);
  const [entry] = entries;
  return (
    entries.length === 1 &&
    skipped.length === 0 &&
    entry?.name === name &&
    entry.value === value &&
    entry.notes.every((note) => note === 'quotes' || note === 'escapes')
  );
}
