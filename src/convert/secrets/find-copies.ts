import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import { findSecrets, type FoundSecret } from './find-secrets.ts';

/** Shorter values are words that occur everywhere. */
const MIN_LENGTH = 8;
/** The most values that are looked for. */
const MAX_VALUES = 200;

/** Everything that looks like a secret, and the texts that contain one. */
export function findAllSecrets(document: Json): readonly FoundSecret[] {
  const found = findSecrets(document);
  return [...found, ...findSecretCopies(document, found)];
}

/**
 * Texts that contain the value of a secret, such as `mysql -phunter2hunter2` beside `DB_PASSWORD`. Each stands for the
 * whole text, under the name of the secret.
 */
export function findSecretCopies(
  document: Json,
  secrets: readonly FoundSecret[],
): readonly FoundSecret[] {
  const byValue = new Map(
    secrets
      .filter(({ value }) => value.length >= MIN_LENGTH)
      .slice(0, MAX_VALUES)
      .map((secret) => [secret.value, secret]),
  );
  if (byValue.size === 0) return [];
  const known = new Set(secrets.map(({ path }) => toPointer(path)));
  const found: FoundSecret[] = [];
  const look = (value: Json, path: Path) => {
    if (isJsonList(value))
      for (const [index, member] of value.entries()) look(member, [...path, index]);
    else if (isJsonObject(value))
      for (const [key, member] of Object.entries(value)) look(member, [...path, key]);
    else if (typeof value === 'string' && value.length >= MIN_LENGTH) {
      const source = [...byValue].find(([text]) => value.includes(text));
      if (source !== undefined && !known.has(toPointer(path)))
        found.push({ path, name: source[1].name, prefix: '', value });
    }
  };
  look(document, []);
  return found;
}
