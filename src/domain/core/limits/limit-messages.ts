import { shown } from '../characters/characters.ts';
import type { Complaint } from '../issue.ts';
import { PAGE_GENERATION, type Generation } from '../context.ts';
import type { Text } from '../text.ts';

/** The value is there but empty, and the field takes no empty text. */
export const emptyValue: Complaint = {
  en: 'This is empty. Enter a value.',
  zh: '内容为空，请填写。',
  kind: 'missing',
};

/** A required key is absent. */
export function missing(label: Text): Complaint {
  return { en: `${label.en} is required.`, zh: `请填写${label.zh}。`, kind: 'missing' };
}

/** A list that needs at least one member has none. */
export function emptyList(item: Text): Complaint {
  return {
    en: `At least one ${item.en.toLowerCase()} is needed.`,
    zh: `至少需要一个${item.zh}。`,
    kind: 'missing',
  };
}

/** Values of the wrong JSON type or form, one sentence for each kind of field. */
export const mistyped = {
  text: { en: 'This must be text.', zh: '必须是文本。' },
  flag: { en: 'This must be true or false.', zh: '必须是 true 或 false。' },
  list: { en: 'This must be a list.', zh: '必须是列表。' },
  object: { en: 'This must be an object.', zh: '必须是对象。' },
  members: { en: 'Every entry must be text.', zh: '每一项都必须是文本。' },
  choice: (value: string, words: readonly string[]): Text => ({
    en: `${show(value)} is not known. Choose ${listWords(words, 'or')}.`,
    zh: `不支持 ${show(value)}，可选值为 ${words.join('、')}。`,
  }),
} as const;

/** A word of a choice that only the other generation of the API has. */
export function foreignWord(value: string, generation: Generation, words: readonly string[]): Text {
  const elsewhere =
    generation === PAGE_GENERATION
      ? {
          en: `is newer than the API page of ${PAGE_GENERATION}`,
          zh: `晚于 ${PAGE_GENERATION} 版 API 页面`,
        }
      : { en: 'is gone from generation 2025', zh: '在 2025 版中已不存在' };
  return {
    en: `${value} ${elsewhere.en}. Choose ${listWords(words, 'or')}.`,
    zh: `${value} ${elsewhere.zh}，可选值为 ${words.join('、')}。`,
  };
}

/** A field that only the other generation of the API has. */
export function foreignField(label: Text, generation: Generation): Text {
  return generation === PAGE_GENERATION
    ? {
        en: `${label.en} is newer than the API page of 2024-04. It is sent as it is; a service of that generation may ignore it.`,
        zh: `${label.zh}晚于 2024-04 版 API 页面，将原样发送，该版本的服务可能会忽略。`,
      }
    : {
        en: `${label.en} is the form of the API page of 2024-04. It is sent as it is; a service of generation 2025 may ignore it.`,
        zh: `${label.zh}是 2024-04 版 API 页面的写法，将原样发送，2025 版的服务可能会忽略。`,
      };
}

/** A value as a message shows it: texts in quotes and cut, lists and objects, which may be of any depth, by their brackets. */
export function show(value: unknown): string {
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

/** The text has more characters than the field takes. */
export function tooLong(length: number, maxLength: number): Text {
  return {
    en: `${length} characters, ${length - maxLength} too many. The limit is ${maxLength}.`,
    zh: `共 ${length} 个字符，超出 ${length - maxLength} 个，最多 ${maxLength} 个。`,
  };
}

/** The number lies outside its range. `value` as the message shows it. */
export function outOfRange(value: string, min?: number, max?: number): Text {
  const limit = integerLimit(min, max);
  return {
    en: `${value} is out of range. Use ${lowerFirst(limit?.en ?? 'another number')}.`,
    zh: `${value} 超出范围，请填写${limit?.zh ?? '其他数值'}。`,
  };
}

/** Both ends of a range of whole numbers: `from 1 to 65535`. */
export function integerRange(min: number, max: number): Text {
  return { en: `from ${min} to ${max}`, zh: `${min}~${max}` };
}

/** The amount is under its least value. */
export function below(value: string, min: string, excluded: boolean): Text {
  const short = shown(value);
  return excluded
    ? { en: `${short} is too small. Use more than ${min}.`, zh: `${short} 过小，必须大于 ${min}。` }
    : { en: `${short} is too small. Use ${min} or more.`, zh: `${short} 过小，不能小于 ${min}。` };
}

/** The amount is over its greatest value. */
export function beyond(value: string, max: string): Text {
  const short = shown(value);
  return {
    en: `${short} is too large. Use ${max} or less.`,
    zh: `${short} 过大，不能大于 ${max}。`,
  };
}

/** Quiet helper text for a text field: `1 to 32 characters. Lower-case letters ...` */
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

/** Quiet helper text for a whole number: `A whole number from 1 to 65535`. */
export function integerLimit(min?: number, max?: number): Text | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (max === undefined) return { en: `A whole number from ${min}`, zh: `不小于 ${min} 的整数` };
  return { en: `A whole number from ${min} to ${max}`, zh: `${min}~${max} 之间的整数` };
}

/** Quiet helper text for an amount: `0.01 to 1000 cores`. */
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
