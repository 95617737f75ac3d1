import { isObject } from '#src/domain/core/json.ts';
import type { ContainerRule } from '#src/domain/core/rule.ts';
import { inContainers } from './body.ts';
import { at, isFilled, isPresent, objectsIn, repeats } from './read.ts';
import { shown } from './words.ts';

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
  *check(container) {
    for (const [index, env] of objectsIn(at(container, 'envs'))) {
      const given = origins.filter((key) => isPresent(at(env, key)));
      const [first, second] = given;
      if (first === undefined) {
        yield {
          path: ['envs', index],
          message: {
            en: 'The variable has no value. Give one of value, value_from and field_path.',
            zh: '环境变量没有值。请从value、value_from和field_path中填写一个。',
          },
        };
      } else if (second !== undefined) {
        yield {
          path: ['envs', index, second],
          message: {
            en: `${listed(given)} are set together. Keep one of them.`,
            zh: `同时设置了${given.join('、')}。请只保留其中一个。`,
          },
        };
      }
    }
  },
};

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
  *check(container) {
    for (const [index, env] of objectsIn(at(container, 'envs'))) {
      const reference = at(env, 'value_from');
      if (!isObject(reference)) continue;
      const secret = isPresent(at(reference, 'secret'));
      const configmap = isPresent(at(reference, 'configmap'));
      if (secret !== configmap) continue;
      yield {
        path: ['envs', index, 'value_from'],
        message: secret
          ? {
              en: 'Both a secret and a configmap are referred to. Keep one of them.',
              zh: '同时引用了密钥和配置项。请只保留其中一个。',
            }
          : {
              en: 'Nothing is referred to. Choose a secret or a configmap.',
              zh: '没有引用任何对象。请选择密钥或配置项。',
            },
      };
    }
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
  *check(container) {
    const nameOf = ([, env]: readonly [number, unknown]) => {
      const name = at(env, 'name');
      return isFilled(name) ? name : undefined;
    };
    for (const [first, later] of repeats(objectsIn(at(container, 'envs')), nameOf)) {
      const name = shown(nameOf(later) ?? '');
      yield {
        path: ['envs', later[0], 'name'],
        message: {
          en: `"${name}" is already the name of row ${first[0] + 1}. Choose another name.`,
          zh: `“${name}”与第${first[0] + 1}行的名称重复。请换一个名称。`,
        },
      };
    }
  },
};
