import { replaceSecrets, type FoundSecret } from '#src/convert/secrets/find-secrets.ts';
import type { Json } from '#src/json/value.ts';

/** A variable in place of a secret, after the text before it. */
export interface SecretVariable {
  readonly prefix: string;
  readonly variable: string;
}

/** A document with marks in place of secrets, and the variable for each mark. */
export interface MarkedDocument {
  readonly document: Json;
  readonly variables: ReadonlyMap<string, SecretVariable>;
}

/** Marks secrets, so that each notation can write its own kind of variable there. */
export function markSecrets(document: Json, secrets: readonly FoundSecret[]): MarkedDocument {
  const text = JSON.stringify(document);
  let sign = '@';
  while (text.includes(sign)) sign += '@';
  const marks = new Map(secrets.map((secret, index) => [secret, `${sign}${index}${sign}`]));
  const named = nameVariables(secrets);
  return {
    document: replaceSecrets(document, secrets, (secret) => marks.get(secret)!),
    variables: new Map(
      secrets.map((secret, index) => [
        marks.get(secret)!,
        { prefix: secret.prefix, variable: named[index]! },
      ]),
    ),
  };
}

/** Names for the variables of secrets, each usable in every shell. Each name belongs to one value. */
function nameVariables(secrets: readonly FoundSecret[]): readonly string[] {
  const valueOf = new Map<string, string>();
  return secrets.map(({ name, value }) => {
    const plain = name
      .slice(0, 60)
      .replaceAll(/\W+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .replace(/^(?=\d|$)/, 'SECRET_')
      .replace(/_$/, '')
      .toUpperCase();
    const wanted = plain.startsWith('IEF_') ? `APP_${plain}` : plain;
    let variable = wanted;
    for (let count = 2; (valueOf.get(variable) ?? value) !== value; count++)
      variable = `${wanted}_${count}`;
    valueOf.set(variable, value);
    return variable;
  });
}
