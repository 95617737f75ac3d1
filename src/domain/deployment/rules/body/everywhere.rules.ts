import { ODD_TEXT, type Watcher } from '#src/domain/core/check/field-warnings.ts';
import { nameCharacter, shown } from '#src/domain/core/characters/characters.ts';
import { fixWith } from '#src/domain/core/check/field-issue.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { EveryRule } from '#src/domain/core/rule.ts';
import { knownKeyFor } from './known-keys.ts';

const everywhere = { scope: 'every', reads: [], blames: [] } as const;

/** R46. Some clients send null for absent fields. No source says how the service handles it. */
export const nullIsLeftOut: EveryRule = {
  ...everywhere,
  id: 'R46',
  title: {
    en: 'A field without a value is omitted, not set to null.',
    zh: '没有值的字段应省略，而不是填写 null。',
  },
  source: 'table 3',
  basis: 'inferred',
  severity: 'warning',
};

/** R48. On Linux, NUL ends a string and a carriage return is part of the line; an unpaired surrogate is not valid UTF-8. */
export const textsReachTheNode: EveryRule = {
  ...everywhere,
  id: 'R48',
  title: {
    en: 'Text contains no characters that cause errors on the node: NUL, unpaired surrogates, and carriage returns.',
    zh: '文本不含会在节点上出错的字符：空字符、不成对的代理项、回车符。',
  },
  source: 'Linux',
  basis: 'inferred',
  severity: 'warning',
};

/** R50. A warning if the intended key is known, otherwise a note, because the service ignores unknown keys. */
export const keysAreKnown: EveryRule = {
  ...everywhere,
  id: 'R50',
  title: { en: 'Every key is defined by the API.', zh: '所有键均为 API 已定义的键。' },
  source: 'table 3',
  basis: 'inferred',
  severity: 'warning',
};

function issueOf({ id, source, severity }: EveryRule, message: Issue['message']): Issue {
  return { path: [], severity, message, rule: id, source };
}

/** Checks these rules during the field checks. */
export const everywhereWatcher: Watcher = {
  nullMember({ takesNull }, key) {
    // The vendor's Go SDK always sends it with a group; without a group R01 reports it.
    if (takesNull && key === 'node_ids') return undefined;
    return issueOf(nullIsLeftOut, {
      en: `Omit “${key}” instead of sending null.`,
      zh: `请省略“${key}”，不要发送 null。`,
    });
  },

  oddText(text, owner) {
    // The description is not used on a node, and may have Windows line breaks.
    const cleaned = cleanedText(text, owner === 'Deployment.description');
    if (cleaned === text) return undefined;
    const odd = oddIn(text, owner);
    const name = nameCharacter(odd);
    const why =
      odd === '\r'
        ? {
            en: 'On the node it becomes part of the line. Use line feeds (LF) only.',
            zh: '在节点上它会成为行内容的一部分，请只使用换行符（LF）。',
          }
        : { en: 'It cannot reach the node. Remove it.', zh: '该字符无法传到节点，请删除。' };
    return {
      ...issueOf(textsReachTheNode, {
        en: `This text contains ${name.en}. ${why.en}`,
        zh: `文本包含 ${name.zh}。${why.zh}`,
      }),
      fix: { ...fixWith([], cleaned), label: { en: 'Remove it', zh: '删除该字符' } },
    };
  },

  unknownMembers(spec, object) {
    const issues: Issue[] = [];
    for (const key of Object.keys(object))
      if (!Object.hasOwn(spec.fields, key) && object[key] !== undefined)
        issues.push({ ...unknownKey(spec, object, key), path: [key] });
    return issues;
  },
};

/** Removes the characters that cause errors on a node. CRLF and CR become line feeds. */
function cleanedText(text: string, keepsReturns: boolean): string {
  const whole = text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '');
  return keepsReturns ? whole : whole.replaceAll(/\r\n?/g, '\n');
}

function oddIn(text: string, owner: string): string {
  for (const one of text) {
    const isPair = one.length > 1;
    if (!isPair && ODD_TEXT.test(one) && !(one === '\r' && owner === 'Deployment.description'))
      return one;
  }
  return '';
}

function unknownKey(spec: GroupSpec, object: JsonObject, key: string): Issue {
  const meant = knownKeyFor(spec, key, object[key]);
  const name = shown(key);
  if (meant !== undefined) {
    return issueOf(keysAreKnown, {
      en: `The API has no key “${name}” here. Use ${meant}.`,
      zh: `API 此处没有“${name}”键，请改为 ${meant}。`,
    });
  }
  return {
    ...issueOf(keysAreKnown, {
      en: `The API has no key “${name}” here. It is sent unchanged.`,
      zh: `API 此处没有“${name}”键，将原样发送。`,
    }),
    severity: 'note',
  };
}
