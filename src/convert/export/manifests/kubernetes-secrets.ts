import type { Ledger } from '#src/convert/report/ledger.ts';
import type { DraftObject } from '#src/convert/report/carry.ts';
import { entry, itemsOf, textOf, type Leaf, type SourceNode } from '#src/convert/source/source.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import type { Path } from '#src/json/path.ts';
import type { SecretVariable } from '../request/secret-marks.ts';
import { carryWords, variablesIn } from './body-parts.ts';

/** The secrets of a manifest: values that are marks become references to one Secret. */
export interface ManifestSecrets {
  /** True for a placeholder of a secret. */
  has(text: string | undefined): boolean;
  /** The source of a variable whose value is a secret, at the place of the variable. */
  reference(source: SourceNode | undefined, to: Path): DraftObject | undefined;
  /** The words of a command, with `$(NAME)` in place of secrets: Kubernetes expands variables of the container there. */
  expand(list: SourceNode | undefined, to: Path, added: AddedVariables): string[];
  /** Names the variables that the commands of a container need. */
  addTo(container: SourceNode): AddedVariables;
  /** The manifest with `${NAME}` where Kubernetes expands nothing; each of these is reported. */
  finish(manifest: Json, leaves: readonly Leaf[]): Json;
}

/** The variables that commands of one container need in addition to its own. */
export interface AddedVariables {
  readonly drafts: readonly DraftObject[];
  /** The name of the variable that holds a secret. */
  nameFor(secret: SecretVariable): string;
}

export function createManifestSecrets(
  ledger: Ledger,
  secretName: string,
  marks: ReadonlyMap<string, SecretVariable>,
): ManifestSecrets {
  const written = new Set<SourceNode>();
  return {
    has: (text) => text !== undefined && marks.has(text),
    reference(source, to) {
      const secret = marks.get(textOf(source) ?? '');
      if (source === undefined || secret === undefined) return undefined;
      written.add(source);
      ledger.change(source, [...to, 'valueFrom', 'secretKeyRef'], {
        en: `is expected in the Secret ${secretName}, under the key ${secret.variable}.`,
        zh: `应保存在 Secret ${secretName} 的键 ${secret.variable} 中。`,
      });
      return secretKeyRef(secretName, secret.variable);
    },
    expand: (list, to, added) =>
      carryWords(ledger, list, to).map((word, index) => {
        const secret = marks.get(word);
        if (secret === undefined) return word;
        const source = itemsOf(list)[index]!;
        const name = added.nameFor(secret);
        written.add(source);
        ledger.change(source, [...to, index], {
          en: `refers to the variable ${name}, which is expected in the Secret ${secretName}, under the key ${secret.variable}.`,
          zh: `引用变量 ${name}，其值应保存在 Secret ${secretName} 的键 ${secret.variable} 中。`,
        });
        return `${secret.prefix}$(${name})`;
      }),
    addTo: (container) => addVariables(container, secretName, marks),
    finish(manifest, leaves) {
      for (const leaf of leaves) {
        const secret = marks.get(leaf.text);
        if (secret === undefined || written.has(leaf) || !ledger.isClaimed(leaf)) continue;
        ledger.lose(leaf, {
          en: `Kubernetes expands no variables here. Replace \${${secret.variable}} before you apply the manifest.`,
          zh: `Kubernetes 不会在此处展开变量，请在应用清单前替换 \${${secret.variable}}。`,
        });
      }
      return replaceMarks(manifest, marks);
    },
  };
}

function secretKeyRef(name: string, key: string): DraftObject {
  return { secretKeyRef: { name, key } };
}

/** Names the added variables so that they mean nothing else in their container. */
function addVariables(
  container: SourceNode,
  secretName: string,
  marks: ReadonlyMap<string, SecretVariable>,
): AddedVariables {
  const own = variablesIn(container);
  const words = ['command', 'args'].flatMap((key) =>
    itemsOf(entry(container, key)).map((item) => textOf(item) ?? ''),
  );
  const names = new Map<string, string>();
  for (const { name, value } of own) {
    const secret = marks.get(value ?? '');
    const isOnly = own.filter((one) => one.name === name).length === 1;
    if (secret !== undefined && isOnly) names.set(secret.variable, name);
  }
  const drafts: DraftObject[] = [];
  const isTaken = (name: string) =>
    own.some((one) => one.name === name) ||
    drafts.some((one) => one.name === name) ||
    words.some((word) => word.includes(`$(${name})`));
  return {
    drafts,
    nameFor({ variable }) {
      const known = names.get(variable);
      if (known !== undefined) return known;
      let name = variable;
      for (let count = 2; isTaken(name); count++) name = `${variable}_${count}`;
      names.set(variable, name);
      drafts.push({ name, valueFrom: secretKeyRef(secretName, variable) });
      return name;
    },
  };
}

/** Placeholders as tools such as envsubst replace them. */
function replaceMarks(value: Json, marks: ReadonlyMap<string, SecretVariable>): Json {
  if (typeof value === 'string') {
    const secret = marks.get(value);
    return secret === undefined ? value : `${secret.prefix}\${${secret.variable}}`;
  }
  if (isJsonList(value)) return value.map((member) => replaceMarks(member, marks));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      marks.has(key) ? String(replaceMarks(key, marks)) : key,
      replaceMarks(member, marks),
    ]),
  );
}
