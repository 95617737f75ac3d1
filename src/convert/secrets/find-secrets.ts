import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { escapePointerKey, toPointer, type Key, type Path } from '#src/json/path.ts';

/** A value that looks like a secret. */
export interface FoundSecret {
  /** The path of the value. */
  readonly path: Path;
  /** The variable, key or option that the value belongs to; empty if its form gives it away. */
  readonly name: string;
  /** The part of the text before the secret, as `--password=`. */
  readonly prefix: string;
  readonly value: string;
}

/** Parts of names of secrets, as whole words: `DB_PASSWORD`, `apiKey`, `--auth-token`. */
const secretWord =
  /(?:^|[_.-])(?:passw(?:or)?d|passwd|pass|pwd|passphrase|secret|token|apikey|api[_-]key|access[_-]?key|private[_-]?key|secret[_-]?key|signing[_-]?key|encryption[_-]?key|account[_-]?key|credentials?|auth|bearer|cookie|dsn|conn(?:ection)?[_-]?str(?:ing)?|sk|ak)(?:$|[_.-]|\d)/;

/** Names that end like this hold a place or a limit, not the secret itself. */
const harmlessEnd =
  /(?:^|[_.-])(?:file|path|dir|ttl|expiry|expires?(?:[_-]in)?|timeout|length|size|count|enabled|type|mode|name|issuer|header|algorithm|alg)$/;

/** Values that are secrets whatever their name: keys, tokens of known services, addresses with a password. */
const secretForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abposr]-[\w-]{10,}|sk_live_\w{10,}|sk-[\w-]{20,}|AIza[\w-]{30,}|npm_\w{30,})/,
  /(?<![a-z])[a-z][\w+.-]{0,30}:\/\/[^/\s:@]{0,300}:[^/\s@]+@/i,
  /\b(?:Basic|Bearer) [\w+/=.~-]{12,}/,
  /(?:^|[;,\s])(?:password|pwd|AccountKey|SharedAccessKey)\s*=\s*[^;,\s]+/i,
];

/**
 * Finds values that look like secrets: variables, keys and options with such a name, and values with the form of a key
 * or token. It cannot know them all; a list for people to check is what it is for.
 */
export function findSecrets(document: Json): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  const look = (value: Json, path: Path, key: string) => {
    if (isJsonList(value)) lookThroughList(value, path, key);
    else if (isJsonObject(value)) lookThroughObject(value, path);
    else if (typeof value === 'string') {
      const isNamed = isSecretName(key) && isSecretText(value);
      if (isNamed || hasSecretForm(value) || hasSecretOption(value))
        found.push({ path, name: isNamed ? key : '', prefix: '', value });
    } else if (typeof value === 'number' && isSecretName(key)) {
      found.push({ path, name: key, prefix: '', value: String(value) });
    }
  };
  const lookThroughObject = (object: Readonly<Record<string, Json>>, path: Path) => {
    const { name, value } = object;
    const isVariable = typeof name === 'string' && typeof value === 'string';
    for (const [key, member] of Object.entries(object))
      look(member, [...path, key], isVariable && key === 'value' ? name : key);
  };
  const lookThroughList = (list: readonly Json[], path: Path, key: string) => {
    let option = '';
    for (const [index, member] of list.entries()) {
      const at: readonly Key[] = [...path, index];
      const [, name = '', text] = typeof member === 'string' ? readOption(member) : [];
      if (name !== '' && text !== undefined && isSecretName(name) && isSecretText(text))
        found.push({ path: at, name, prefix: `${name}=`, value: text });
      else look(member, at, option === '' ? key : option);
      // The value of an option may be the next word.
      option = text === undefined && name.startsWith('-') ? name : '';
    }
  };
  look(document, [], '');
  return found;
}

/** `--password=x`, `--password` or `PASSWORD=x`. */
function readOption(word: string): readonly (string | undefined)[] {
  return /^(-{1,2}[\w.-]+|[A-Za-z_]\w*)(?:=([^]*))?$/.exec(word) ?? [];
}

/** True for the name of a variable, key or option that holds a secret. */
export function isSecretName(name: string): boolean {
  // `apiKey` and `DBPassword` as `api_key` and `db_password`.
  const words = name
    .slice(0, 200)
    .replace(/^-+/, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
  return secretWord.test(words) && !harmlessEnd.test(words);
}

/** False for values that cannot be a secret, so that a switch such as `AUTH=true` is not taken for one. */
function isSecretText(text: string): boolean {
  return (
    text.trim() !== '' && !/^(?:true|false|yes|no|on|off|none|null|basic|oauth2?|jwt)$/i.test(text)
  );
}

/** Long texts are searched at their beginning and end only. */
const MAX_SEARCHED = 20_000;

function hasSecretForm(text: string): boolean {
  const searched =
    text.length <= 2 * MAX_SEARCHED
      ? text
      : `${text.slice(0, MAX_SEARCHED)} ${text.slice(-MAX_SEARCHED)}`;
  return secretForms.some((form) => form.test(searched));
}

/** True for a line of a shell or a probe with an option or assignment such as `--password=x` or `PGPASSWORD=x`. */
function hasSecretOption(text: string): boolean {
  const words = text.slice(0, MAX_SEARCHED).split(/[\s;&|()'"]+/);
  return (
    words.length > 1 &&
    words.some((word, index) => {
      const [, name = '', value] = readOption(word) ?? [];
      const next = words[index + 1] ?? '';
      // Short options are often joined, as in `curl -sk https://...`.
      const given = value ?? (name.startsWith('--') && !next.startsWith('-') ? next : '');
      return isSecretName(name) && isSecretText(given) && !/^\$(?:[\w{]|$)/.test(given);
    })
  );
}

/** The document with other values in place of secrets, each after its prefix. */
export function replaceSecrets(
  document: Json,
  secrets: readonly FoundSecret[],
  replacement: (secret: FoundSecret) => string,
): Json {
  const byPath = new Map(secrets.map((secret) => [toPointer(secret.path), secret]));
  const copy = (value: Json, pointer: string): Json => {
    const secret = byPath.get(pointer);
    if (secret !== undefined) return replacement(secret);
    if (isJsonList(value)) return value.map((member, index) => copy(member, `${pointer}/${index}`));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        copy(member, `${pointer}/${escapePointerKey(key)}`),
      ]),
    );
  };
  return secrets.length === 0 ? document : copy(document, '');
}
