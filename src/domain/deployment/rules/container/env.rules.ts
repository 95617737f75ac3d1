import { shown } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, isJsonObject, type JsonObject } from '#src/json/value.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled, isPresent, objectsIn } from '../base/read.ts';

// The lists of variables are the long ones, so these rules walk them by index and make nothing on the way.

const origins = ['value', 'value_from', 'field_path'] as const;

/** R17. `value: ""` is a value. With several, the second in the page's order is blamed. */
export const oneEnvOrigin: ContainerRule = {
  id: 'R17',
  title: {
    en: 'An environment variable has exactly one of value, value_from and field_path.',
    zh: '环境变量的value、value_from和field_path必须三选一。',
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
      if (!isJsonObject(env) || hasOneOrigin(env)) continue;
      const given = origins.filter((key) => isPresent(getIn(env, [key])));
      const [first, second] = given;
      if (first === undefined) {
        findings.push({
          path: ['envs', index],
          kind: 'missing',
          message: {
            en: 'The variable has no value. Give one of value, value_from and field_path.',
            zh: '环境变量没有值。请从value、value_from和field_path中填写一个。',
          },
        });
      } else if (second !== undefined) {
        findings.push({
          path: ['envs', index, second],
          message: {
            en: `${listed(given)} are set together. Keep one of them.`,
            zh: `同时设置了${given.join('、')}。请只保留其中一个。`,
          },
        });
      }
    }
    return findings;
  },
};

function hasOneOrigin({ value, value_from, field_path }: JsonObject): boolean {
  return (
    Number(isPresent(value)) + Number(isPresent(value_from)) + Number(isPresent(field_path)) === 1
  );
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** R18. That each has a name and a key is for the field checks. */
export const oneReference: ContainerRule = {
  id: 'R18',
  title: {
    en: 'value_from refers to either a secret or a configmap.',
    zh: '使用value_from时，secret与configmap必须二选一。',
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
              en: 'Both a secret and a configmap are referred to. Keep one of them.',
              zh: '同时引用了密钥和配置项。请只保留其中一个。',
            }
          : {
              en: 'Nothing is referred to. Choose a secret or a configmap.',
              zh: '没有引用任何对象。请选择密钥或配置项。',
            },
      });
    }
    return findings;
  },
};

/** R19. "Per container" is inferred. Names differ by case; the later one is blamed. */
export const envNamesOnce: ContainerRule = {
  id: 'R19',
  title: {
    en: 'The names of the environment variables of a container are unique.',
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
    const ends = new Set<number>();
    let firsts: ReadonlyMap<string, number> | undefined;
    for (let index = 0; index < envs.length; index++) {
      const env = envs[index];
      if (!isJsonObject(env) || !isFilled(env.name)) continue;
      // One look-up for both: is it there, and put it there. Whole names are compared only where the ends agree.
      const known = ends.size;
      if (ends.add(endOf(env.name)).size > known) continue;
      firsts ??= firstRows(envs);
      const first = firsts.get(env.name) ?? index;
      if (first === index) continue;
      const name = shown(env.name);
      const row = first + 1;
      findings.push({
        path: ['envs', index, 'name'],
        message: {
          en: `"${name}" is already the name of row ${row}. Choose another name.`,
          zh: `“${name}”与第 ${row} 行的名称重复。请换一个名称。`,
        },
      });
    }
    return findings;
  },
};

/**
 * A number made of the length and the last three characters. Names with different numbers differ; most names of a list
 * do, and a set of numbers costs half of a set of names.
 */
function endOf(name: string): number {
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
