import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { carryText, type DraftObject } from '../report/carry.ts';
import { entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';
import type { References, Store } from './references.ts';

/** Variables of a container: those of `envFrom` first, which those of `env` override. */
export function mapEnv(
  context: MappingContext,
  container: SourceNode,
  to: Path,
  references: References,
): DraftObject[] {
  const own = itemsOf(entry(container, 'env'));
  const names = new Set(own.map((item) => textOf(entry(item, 'name'))));
  const envs: DraftObject[] = [];
  const added = new Map<string, number>();
  for (const item of itemsOf(entry(container, 'envFrom')))
    addEnvFrom(context, item, to, references, { envs, added, own: names });
  for (const item of own) {
    const env = mapVariable(context, item, [...to, envs.length], references);
    if (env !== undefined) envs.push(env);
  }
  return envs;
}

function mapVariable(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
  references: References,
): DraftObject | undefined {
  const name = textOf(entry(source, 'name'));
  if (name === undefined) return undefined;
  const from = entry(source, 'valueFrom');
  if (from === undefined || (from.kind === 'leaf' && from.value === null)) {
    ledger.carry(entry(source, 'name'), [...to, 'name']);
    return { name, value: carryText(ledger, entry(source, 'value'), [...to, 'value']) ?? '' };
  }
  const fieldPath = entryAt(from, 'fieldRef', 'fieldPath');
  if (textOf(fieldPath) === 'status.hostIP') {
    ledger.carry(entry(source, 'name'), [...to, 'name']);
    ledger.carry(fieldPath, [...to, 'field_path']);
    ledger.carry(entryAt(from, 'fieldRef', 'apiVersion'), [...to, 'field_path']);
    return { name, field_path: 'status.hostIP' };
  }
  for (const store of ['configmap', 'secret'] as const) {
    const reference = entry(from, store === 'configmap' ? 'configMapKeyRef' : 'secretKeyRef');
    const object = textOf(entry(reference, 'name'));
    const key = textOf(entry(reference, 'key'));
    if (object === undefined || key === undefined) continue;
    const target = [...to, 'value_from', store];
    ledger.carry(entry(source, 'name'), [...to, 'name']);
    ledger.carry(entry(reference, 'name'), [...target, 'name']);
    ledger.carry(entry(reference, 'key'), [...target, 'key']);
    references.use(store, object, key, entry(reference, 'name')!, target);
    return { name, value_from: { [store]: { name: object, key } } };
  }
  ledger.lose(entry(source, 'name'), {
    en: 'IEF does not support this kind of value, so the variable was removed.',
    zh: 'IEF 不支持此取值方式，变量未保留。',
  });
  return undefined;
}

interface Variables {
  readonly envs: DraftObject[];
  /** Where a variable of an earlier item is, which a later one overrides. */
  readonly added: Map<string, number>;
  readonly own: ReadonlySet<string | undefined>;
}

/** One item of `envFrom`: a variable for every key of an object that is in the input. */
function addEnvFrom(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
  references: References,
  { envs, added, own }: Variables,
): void {
  const store: Store = entry(source, 'configMapRef') === undefined ? 'secret' : 'configmap';
  const nameSource = entryAt(source, store === 'configmap' ? 'configMapRef' : 'secretRef', 'name');
  const object = textOf(nameSource);
  if (object === undefined || nameSource === undefined) return;
  const keys = references.keysOf(store, object);
  if (keys === undefined) {
    ledger.lose(nameSource, {
      en: 'an IEF variable refers to a single key, and this object is not part of the input. Add its manifest, or one variable for each key.',
      zh: 'IEF 只能逐个引用键，而输入中没有该对象。请补充其清单，或为每个键添加一个变量。',
    });
    return;
  }
  const prefix = textOf(entry(source, 'prefix')) ?? '';
  const first = envs.length;
  for (const key of keys) {
    const name = prefix + key;
    if (own.has(name)) continue;
    const env = { name, value_from: { [store]: { name: object, key } } };
    const index = added.get(name) ?? envs.length;
    added.set(name, index);
    references.use(store, object, key, nameSource, [...to, index, 'value_from', store]);
    envs[index] = env;
  }
  const message = {
    en: `became one variable for each key of ${shown(object)}.`,
    zh: `为 ${shown(object)} 的每个键生成一个变量。`,
  };
  ledger.carry(nameSource, [...to, first], message);
  ledger.carry(entry(source, 'prefix'), [...to, first], message);
}
