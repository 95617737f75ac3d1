import { shown } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { MAX_TAGS } from '#src/domain/deployment/fields/deployment.fields.ts';
import { isFilled, objectsIn, repeats } from '../base/read.ts';

/** R29. Keys are case-sensitive; reports the later duplicate. */
export const tagsOnce: BodyRule = {
  id: 'R29',
  title: {
    en: `A deployment has at most ${MAX_TAGS} tags, and their keys are unique.`,
    zh: `应用部署标签数量不超过 ${MAX_TAGS} 个，键不允许重复。`,
  },
  source: 'table 17',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: ['tags', 'tags[].key'],
  blames: ['tags', 'tags[].key'],
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const tags = getIn(body, ['tags']);
    const count = asList(tags).length;
    if (count > MAX_TAGS) {
      findings.push({
        path: ['tags'],
        message: {
          en: `${count} tags are set; at most ${MAX_TAGS} are allowed. Remove ${count - MAX_TAGS}.`,
          zh: `设置了 ${count} 个标签，最多 ${MAX_TAGS} 个。请删除 ${count - MAX_TAGS} 个。`,
        },
      });
    }
    const keyOf = ([, tag]: readonly [number, unknown]) => {
      const key = getIn(tag, ['key']);
      return isFilled(key) ? key : undefined;
    };
    for (const [first, later] of repeats(objectsIn(tags), keyOf)) {
      const key = shown(keyOf(later) ?? '');
      findings.push({
        path: ['tags', later[0], 'key'],
        message: {
          en: `“${key}” is already the key of tag ${first[0] + 1}. Choose another key.`,
          zh: `“${key}”与第 ${first[0] + 1} 个标签的键重复。请换一个键。`,
        },
      });
    }
    return findings;
  },
};

/** R47. The API page does not say whether a tag needs a value. The tag service returns 400 without one and accepts an empty one. */
export const tagHasValue: BodyRule = {
  id: 'R47',
  title: { en: 'Every tag has a value, which can be empty.', zh: '标签包含值，值可以为空。' },
  source: 'tag service',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['tags[].value'],
  blames: ['tags[]'],
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, tag] of objectsIn(getIn(body, ['tags']))) {
      if (!isFilled(getIn(tag, ['key'])) || getIn(tag, ['value']) !== undefined) continue;
      findings.push({
        path: ['tags', index],
        message: {
          en: 'The tag service rejects tags without a value. Enter a value; it can be empty.',
          zh: '该标签没有值，标签服务会拒绝。请填写值，值可以为空。',
        },
        fix: {
          label: { en: 'Use an empty value', zh: '使用空值' },
          path: ['tags', index, 'value'],
          value: '',
        },
      });
    }
    return findings;
  },
};
