import type { Path } from '#src/json/path.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import { leavesOf, type Ledger } from '../report/ledger.ts';
import { entriesOf, entry, type SourceNode } from '../source/source.ts';

/** The two kinds of objects with keys that a body can refer to. */
export type Store = 'configmap' | 'secret';

interface Reference {
  readonly from: SourceNode;
  readonly to: Path;
  readonly keys: Set<string>;
}

/** Configmaps and secrets of the input, and which of them the body refers to. */
export interface References {
  /** The keys of an object of this input; undefined if it is not in the input. */
  keysOf(store: Store, name: string): readonly string[] | undefined;
  /** Records that the body refers to a key of an object, or to all of its keys. */
  use(store: Store, name: string, key: string | undefined, from: SourceNode, to: Path): void;
  /** Notes the objects that must exist in IEF, and claims their values. */
  finish(): void;
}

/** A ConfigMap or Secret of the input. */
export interface StoredObject {
  readonly store: Store;
  readonly name: string;
  readonly source: SourceNode;
}

/** `objects` are the ConfigMaps and Secrets of the input. */
export function createReferences(ledger: Ledger, objects: readonly StoredObject[]): References {
  const used = new Map<string, Reference & { readonly store: Store; readonly name: string }>();
  const found = new Map(
    objects.map((one) => [idOf(one.store, one.name), { ...one, data: dataOf(one) }]),
  );
  const keysOf = (store: Store, name: string) => {
    const object = found.get(idOf(store, name));
    return object && [...object.data.keys()];
  };
  return {
    keysOf,
    use(store, name, key, from, to) {
      const id = idOf(store, name);
      const reference = used.get(id) ?? { store, name, from, to, keys: new Set<string>() };
      used.set(id, reference);
      const keys = key === undefined ? (keysOf(store, name) ?? []) : [key];
      for (const one of keys) reference.keys.add(one);
      const data = found.get(id);
      if (data === undefined) return;
      for (const one of keys) claimStoredValue(ledger, data, one, to);
    },
    finish() {
      for (const { store, name, from, to, keys } of used.values())
        ledger.note(from, to, mustExist(store, name, [...keys]));
      for (const object of objects) claimStoredObject(ledger, object, used);
    },
  };
}

function idOf(store: Store, name: string): string {
  return `${store} ${name}`;
}

/** The values by key. A Secret has them in `data` or `stringData`. */
function dataOf({ source }: StoredObject): Map<string, SourceNode> {
  const parts = ['data', 'stringData', 'binaryData'].flatMap((key) =>
    entriesOf(entry(source, key)),
  );
  return new Map(parts);
}

function claimStoredValue(
  ledger: Ledger,
  object: StoredObject & { readonly data: ReadonlyMap<string, SourceNode> },
  key: string,
  to: Path,
): void {
  const value = object.data.get(key);
  if (value === undefined) return;
  const what = wordOf(object.store);
  ledger.change(value, to, {
    en: `comes from the key ${shown(key)} of the ${what.en} ${shown(object.name)} in IEF.`,
    zh: `由 IEF 中${what.zh} ${shown(object.name)} 的键 ${shown(key)} 提供。`,
  });
}

/** Claims the values of a ConfigMap or Secret that the body does not refer to. */
function claimStoredObject(
  ledger: Ledger,
  object: StoredObject,
  used: ReadonlyMap<string, { readonly to: Path }>,
): void {
  const { store, name, source } = object;
  const what = wordOf(store);
  const reference = used.get(idOf(store, name));
  if (reference !== undefined) {
    for (const path of [['apiVersion'], ['kind'], ['metadata', 'name'], ['type']]) {
      const leaf = path.reduce<SourceNode | undefined>((part, key) => entry(part, key), source);
      ledger.carry(leaf, reference.to, {
        en: `the body refers to this ${what.en}.`,
        zh: `请求体引用了此${what.zh}。`,
      });
    }
  }
  for (const leaf of leavesOf(source)) {
    if (ledger.isClaimed(leaf) || leaf.path.includes('metadata')) continue;
    ledger.lose(leaf, {
      en: `the body does not refer to this part of the ${what.en} ${shown(name)}.`,
      zh: `请求体没有引用${what.zh} ${shown(name)} 的此部分。`,
    });
  }
}

function wordOf(store: Store) {
  return store === 'configmap' ? { en: 'configmap', zh: '配置项' } : { en: 'secret', zh: '密钥' };
}

function mustExist(store: Store, name: string, keys: readonly string[]) {
  const what = wordOf(store);
  const list = keys.slice(0, 20).map(shown);
  const noun = keys.length === 1 ? 'key' : 'keys';
  const en = list.length === 0 ? '' : ` with the ${noun} ${list.join(', ')}`;
  const zh = list.length === 0 ? '' : `，包含键 ${list.join('、')}`;
  return {
    en: `Create the ${what.en} “${shown(name)}”${en} in IEF before the deployment.`,
    zh: `创建应用部署前，请先在 IEF 中创建${what.zh}“${shown(name)}”${zh}。`,
  };
}
