import { shown } from '../characters/characters.ts';
import type { Complaint } from '../issue.ts';
import { PAGE_GENERATION, type Generation } from '../context.ts';
import type { Text } from '../text.ts';

export const emptyValue: Complaint = {
  en: 'This is empty. Enter a value.',
  zh: '内容为空，请填写。',
  kind: 'missing',
};

export function missing(label: Text): Complaint {
  return { en: `${label.en} is required.`, zh: `请填写${label.zh}。`, kind: 'missing' };
}

export function emptyList(item: Text): Complaint {
  return {
    en: `At least one ${item.en.toLowerCase()} is required.`,
    zh: `至少需要一个${item.zh}。`,
    kind: 'missing',
  };
}

/** The messages for values of the wrong JSON type. */
export const mistyped = {
  text: { en: 'This must be text.', zh: '必须是文本。' },
  flag: { en: 'This must be true or false.', zh: '必须是 true 或 false。' },
  list: { en: 'This must be a list.', zh: '必须是列表。' },
  object: { en: 'This must be an object.', zh: '必须是对象。' },
  members: { en: 'Every entry must be text.', zh: '每一项都必须是文本。' },
  choice: (value: string, words: readonly string[]): Text => ({
    en: `${quoteValue(value)} is not a valid choice. Use ${listWords(words, 'or')}.`,
    zh: `不支持 ${quoteValue(value)}，可选值为 ${words.join('、')}。`,
  }),
} as const;

/** The message for an option of the other generation. */
export function otherGenerationOption(
  value: string,
  generation: Generation,
  words: readonly string[],
): Text {
  const elsewhere =
    generation === PAGE_GENERATION
      ? {
          en: `is newer than the API page of ${PAGE_GENERATION}`,
          zh: `晚于 ${PAGE_GENERATION} 版 API 页面`,
        }
      : { en: 'does not exist in generation 2025', zh: '在 2025 版中已不存在' };
  return {
    en: `${value} ${elsewhere.en}. Use ${listWords(words, 'or')}.`,
    zh: `${value} ${elsewhere.zh}，可选值为 ${words.join('、')}。`,
  };
}

/** The message for a field of the other generation. */
export function otherGenerationField(label: Text, generation: Generation): Text {
  return generation === PAGE_GENERATION
    ? {
        en: `${label.en} is newer than the API page of 2024-04. It is sent unchanged, but a service of that generation may ignore it.`,
        zh: `${label.zh}晚于 2024-04 版 API 页面，将原样发送，该版本的服务可能会忽略。`,
      }
    : {
        en: `${label.en} is the format of the API page of 2024-04. It is sent unchanged, but a service of generation 2025 may ignore it.`,
        zh: `${label.zh}是 2024-04 版 API 页面的写法，将原样发送，2025 版的服务可能会忽略。`,
      };
}

/** Quotes a value in a message. Long strings are shortened, and only the brackets of lists and objects are shown. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') return `“${shown(value)}”`;
  if (Array.isArray(value)) return value.length > 0 ? '[…]' : '[]';
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length > 0 ? '{…}' : '{}';
  return String(value);
}

function listWords(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export function tooLong(length: number, maxLength: number): Text {
  return {
    en: `${length} characters, ${length - maxLength} too many. The limit is ${maxLength}.`,
    zh: `共 ${length} 个字符，超出 ${length - maxLength} 个，最多 ${maxLength} 个。`,
  };
}

/** `value` is already quoted. */
export function outOfRange(value: string, min?: number, max?: number): Text {
  const limit = integerLimit(min, max) ?? { en: 'another number', zh: '其他数值' };
  // A space between Chinese and a number.
  const space = /^[-\d]/.test(limit.zh) ? ' ' : '';
  return {
    en: `${value} is out of range. Use ${lowerFirst(limit.en)}.`,
    zh: `${value} 超出范围，请填写${space}${limit.zh}。`,
  };
}

/** A range of integers: `from 1 to 65535`. */
export function integerRange(min: number, max: number): Text {
  return { en: `from ${min} to ${max}`, zh: `${min}~${max}` };
}

export function tooSmall(value: string, min: string, excluded: boolean): Text {
  const short = shown(value);
  return excluded
    ? { en: `${short} is too small. Use more than ${min}.`, zh: `${short} 过小，必须大于 ${min}。` }
    : { en: `${short} is too small. Use ${min} or more.`, zh: `${short} 过小，不能小于 ${min}。` };
}

export function tooLarge(value: string, max: string): Text {
  const short = shown(value);
  return {
    en: `${short} is too large. Use ${max} or less.`,
    zh: `${short} 过大，不能大于 ${max}。`,
  };
}

/** Helper text for a text field: `1 to 32 characters. Lower-case letters ...` */
export function lengthLimit(
  minLength: number,
  maxLength: number | undefined,
  says: Text | undefined,
): Text | undefined {
  const length = maxLength === undefined ? undefined : lengthWords(minLength, maxLength);
  if (length === undefined) return says;
  if (says === undefined) return length;
  return { en: `${length.en}. ${says.en}`, zh: `${length.zh}。${says.zh}` };
}

function lengthWords(minLength: number, maxLength: number): Text {
  return minLength > 0
    ? { en: `${minLength} to ${maxLength} characters`, zh: `${minLength}~${maxLength} 个字符` }
    : { en: `Up to ${maxLength} characters`, zh: `最多 ${maxLength} 个字符` };
}

/** Helper text for an integer: `An integer from 1 to 65535`. */
export function integerLimit(min?: number, max?: number): Text | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (max === undefined) return { en: `An integer of at least ${min}`, zh: `不小于 ${min} 的整数` };
  return { en: `An integer from ${min} to ${max}`, zh: `${min}~${max} 之间的整数` };
}

/** Helper text for an amount: `0.01 to 1000 cores`. */
export function amountLimit(amount: {
  min: string;
  max: string;
  aboveMin?: boolean;
  unit: Text;
}): Text {
  const { min, max, aboveMin, unit } = amount;
  return aboveMin
    ? { en: `More than ${min}, up to ${max} ${unit.en}`, zh: `大于 ${min}，最大 ${max} ${unit.zh}` }
    : { en: `${min} to ${max} ${unit.en}`, zh: `${min}~${max} ${unit.zh}` };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
