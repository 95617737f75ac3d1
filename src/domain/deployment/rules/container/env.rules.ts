import { shown } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled, isPresent, objectsIn } from '../base/read.ts';

// Lists of variables are long, so these rules iterate by index and avoid allocations.

const sources = ['value', 'value_from', 'field_path'] as const;

/** R17. `value: ""` is a value. If several are set, reports the second one in the order of the page. */
export const oneEnvSource: ContainerRule = {
  id: 'R17',
  title: {
    en: 'An environment variable has exactly one of value, value_from and field_path.',
    zh: '环境变量的 value、value_from 和 field_path 必须三选一。',
  },
  source: 'table 13',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('envs[].value', 'envs[].value_from', 'envs[].field_path'),
  blames: inContainers('envs[]', 'envs[].value_from', 'envs[].field_path'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const envs = asList(getIn(container, ['envs']));
    for (let index = 0; index < envs.length; index++) {
      const env = envs[index];
      if (!isJsonObject(env) || hasOneSource(env)) continue;
      const given = sources.filter((key) => isPresent(getIn(env, [key])));
      const [first, second] = given;
      if (first === undefined) {
        findings.push({
          path: ['envs', index],
          kind: 'missing',
          message: {
            en: 'The variable has no value. Set value, value_from, or field_path.',
            zh: '环境变量没有值。请从 value、value_from 和 field_path 中填写一个。',
          },
        });
      } else if (second !== undefined) {
        findings.push({
          path: ['envs', index, second],
          message: {
            en: `Only one of ${listed(given)} can be set. Remove the others.`,
            zh: `同时设置了 ${given.join('、')}。请只保留其中一个。`,
          },
        });
      }
    }
    return findings;
  },
};

function hasOneSource({ value, value_from, field_path }: JsonObject): boolean {
  return (
    Number(isPresent(value)) + Number(isPresent(value_from)) + Number(isPresent(field_path)) === 1
  );
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** R18. The field checks require the name and the key. */
export const oneReference: ContainerRule = {
  id: 'R18',
  title: {
    en: 'value_from references either a secret or a configmap.',
    zh: '使用 value_from 时，secret 与 configmap 必须二选一。',
  },
  source: 'table 18',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('envs[].value_from.secret', 'envs[].value_from.configmap'),
  blames: inContainers('envs[].value_from'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const envs = asList(getIn(container, ['envs']));
    for (let index = 0; index < envs.length; index++) {
      const env = envs[index];
      if (!isJsonObject(env) || !isJsonObject(env.value_from)) continue;
      const reference = getIn(env, ['value_from']);
      const secret = isPresent(getIn(reference, ['secret']));
      const configmap = isPresent(getIn(reference, ['configmap']));
      if (secret !== configmap) continue;
      findings.push({
        path: ['envs', index, 'value_from'],
        ...(!secret && { kind: 'missing' }),
        message: secret
          ? {
              en: 'Both a secret and a configmap are referenced. Keep only one.',
              zh: '同时引用了密钥和配置项。请只保留其中一个。',
            }
          : {
              en: 'value_from references nothing. Choose a secret or a configmap.',
              zh: '没有引用任何对象。请选择密钥或配置项。',
            },
      });
    }
    return findings;
  },
};

/** R19. "Per container" is inferred. Names are case-sensitive; reports the later duplicate. */
export const envNamesOnce: ContainerRule = {
  id: 'R19',
  title: {
    en: 'Environment variable names are unique within a container.',
    zh: '同一容器的环境变量名称不允许重复。',
  },
  source: 'table 13',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('envs[].name'),
  blames: inContainers('envs[].name'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const envs = asList(getIn(container, ['envs']));
    const fingerprints = new Set<number>();
    let firsts: ReadonlyMap<string, number> | undefined;
    for (let index = 0; index < envs.length; index++) {
      const env = envs[index];
      if (!isJsonObject(env) || !isFilled(env.name)) continue;
      // A new fingerprint means a new name. Whole names are compared only if the fingerprint is known.
      const known = fingerprints.size;
      if (fingerprints.add(fingerprintOf(env.name)).size > known) continue;
      firsts ??= firstRows(envs);
      const first = firsts.get(env.name) ?? index;
      if (first === index) continue;
      const name = shown(env.name);
      const row = first + 1;
      findings.push({
        path: ['envs', index, 'name'],
        message: {
          en: `“${name}” is already used in row ${row}. Choose another name.`,
          zh: `“${name}”与第 ${row} 行的名称重复。请换一个名称。`,
        },
      });
    }
    return findings;
  },
};

/**
 * A number made from the length and the last three characters. Different numbers mean different names, and a set of
 * numbers costs half as much as a set of names.
 */
function fingerprintOf(name: string): number {
  const { length } = name;
  const last = name.charCodeAt(length - 1) & 0x7f;
  const second = name.charCodeAt(length - 2) & 0x7f;
  const third = name.charCodeAt(length - 3) & 0x7f;
  return ((length & 0x7f) << 21) | (third << 14) | (second << 7) | last;
}

/** The index of the first row of each name. */
function firstRows(envs: readonly unknown[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [index, env] of objectsIn(envs)) {
    if (isFilled(env.name) && !rows.has(env.name)) rows.set(env.name, index);
  }
  return rows;
}
