import { getIn } from '#src/json/get-in.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import type { Facts } from '#src/domain/core/context.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { containersOfBody, inContainers } from '../base/body-parts.ts';
import { isFilled, objectsIn } from '../base/read.ts';

/** The known objects of one kind: their keys by name. */
type Known = ReadonlyMap<string, ReadonlySet<string>>;

type Kind = 'configmap' | 'secret';
const words = {
  configmap: { en: 'configmap', zh: '配置项' },
  secret: { en: 'secret', zh: '密钥' },
} as const;

/** The kind for each volume type, which is spelled differently from the key of an env. */
const volumeTypes = { configMap: 'configmap', secret: 'secret' } as const;

/** R37. Inferred. The only body rule that iterates over env lists, and only if the names of a kind are known. */
export const referencesExist: BodyRule = {
  id: 'R37',
  title: {
    en: 'Referenced configmaps and secrets exist, and so do the referenced keys.',
    zh: '引用的配置项和密钥及其属性名均已存在。',
  },
  source: 'table 18',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: inContainers(
    'volumes[].type',
    'volumes[].source',
    'envs[].value_from.secret.name',
    'envs[].value_from.secret.key',
    'envs[].value_from.configmap.name',
    'envs[].value_from.configmap.key',
  ),
  blames: inContainers(
    'volumes[].source',
    'envs[].value_from.secret.name',
    'envs[].value_from.secret.key',
    'envs[].value_from.configmap.name',
    'envs[].value_from.configmap.key',
  ),
  check(body, { facts }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    if (!facts?.configmaps && !facts?.secrets) return findings;
    const findingsIn = judgeOf(facts);
    for (const { path, container } of containersOfBody(body)) {
      for (const finding of findingsIn(container)) {
        findings.push({ ...finding, path: [...path, ...finding.path] });
      }
    }
    return findings;
  },
};

const judges = new WeakMap<Facts, (container: unknown) => readonly RuleFinding[]>();

/** Checks containers by these facts, with cached results per container. */
function judgeOf(facts: Facts): (container: unknown) => readonly RuleFinding[] {
  const before = judges.get(facts);
  if (before !== undefined) return before;
  const known = { configmap: byName(facts.configmaps), secret: byName(facts.secrets) };
  const memory = new WeakMap<object, readonly RuleFinding[]>();
  const judge = (container: unknown) => {
    if (typeof container !== 'object' || container === null) return [];
    let found = memory.get(container);
    if (found === undefined) memory.set(container, (found = containerFindings(container, known)));
    return found;
  };
  judges.set(facts, judge);
  return judge;
}

function byName(objects: Facts['configmaps']): Known | undefined {
  return objects && new Map(objects.map(({ name, keys }) => [name, new Set(keys)]));
}

function containerFindings(
  container: unknown,
  known: Readonly<Record<Kind, Known | undefined>>,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const [index, env] of objectsIn(getIn(container, ['envs']))) {
    for (const kind of ['secret', 'configmap'] as const) {
      const objects = known[kind];
      if (!objects) continue;
      const path = ['envs', index, 'value_from', kind];
      const name = getIn(env, ['value_from', kind, 'name']);
      if (!isFilled(name)) continue;
      const keys = objects.get(name);
      if (!keys) {
        findings.push(unknownName([...path, 'name'], kind, name));
        continue;
      }
      const key = getIn(env, ['value_from', kind, 'key']);
      if (isFilled(key) && !keys.has(key))
        findings.push(unknownKey([...path, 'key'], kind, name, key));
    }
  }
  for (const [index, volume] of objectsIn(getIn(container, ['volumes']))) {
    const type = getIn(volume, ['type']);
    if (type !== 'configMap' && type !== 'secret') continue;
    const kind = volumeTypes[type];
    const name = getIn(volume, ['source']);
    if (!isFilled(name) || (known[kind]?.has(name) ?? true)) continue;
    findings.push(unknownName(['volumes', index, 'source'], kind, name));
  }
  return findings;
}

function unknownName(path: RuleFinding['path'], kind: Kind, name: string): RuleFinding {
  const { en, zh } = words[kind];
  return {
    path,
    message: {
      en: `No ${en} named “${shown(name)}” was found. Create it first, or choose another.`,
      zh: `未找到名为“${shown(name)}”的${zh}。请先创建，或选择其他${zh}。`,
    },
  };
}

function unknownKey(path: RuleFinding['path'], kind: Kind, name: string, key: string): RuleFinding {
  const { en, zh } = words[kind];
  return {
    path,
    message: {
      en: `The ${en} “${shown(name)}” has no key “${shown(key)}”. Choose one of its keys.`,
      zh: `${zh}“${shown(name)}”中没有属性名“${shown(key)}”。请选择已有的属性名。`,
    },
  };
}
