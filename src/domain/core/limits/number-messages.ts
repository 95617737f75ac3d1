import { nameCharacter, plainCharacter, shown } from '../characters/characters.ts';
import { compareDecimals, isDecimal } from './decimal.ts';
import type { Complaint } from '../issue.ts';
import { integerRange, outOfRange, quoteValue, tooLarge, tooSmall } from './limit-messages.ts';
import { bytesInMegabytes, readLooseAmount, type Quantity } from './loose-amount.ts';
import type { Text } from '../text.ts';

/** The message for a value that is not an integer in a range, with the number that was probably meant. */
export function wrongInteger(value: unknown, min?: number, max?: number): Complaint {
  if (typeof value === 'number') return inexactOrFraction(value, min, max);
  const meant = typeof value === 'string' ? readWhole(value) : undefined;
  if (meant === undefined) {
    return {
      en: `${quoteValue(value)} is not an integer. Use digits only, such as 80.`,
      zh: `${quoteValue(value)} 不是整数，只能使用数字，例如 80。`,
    };
  }
  const text = quoteValue(value);
  const number = Number(meant);
  if (!Number.isSafeInteger(number) || isOutside(number, min, max))
    return outOfRange(text, min, max);
  const why = whyNotWhole(String(value), String(number));
  return {
    en: `${text} ${why.en}. Use ${number}.`,
    zh: `${text} ${why.zh}，请填写 ${number}。`,
    suggestion: number,
  };
}

function whyNotWhole(text: string, meant: string): Text {
  if (text === meant) return { en: 'is text, not a number', zh: '是文本，不是数字' };
  const odd = oddCharacter(text);
  return odd === undefined
    ? { en: 'is not an integer', zh: '不是整数' }
    : { en: `is not an integer: it contains ${odd.en}`, zh: `不是整数，其中包含 ${odd.zh}` };
}

export function isOutside(value: number, min?: number, max?: number): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

/** The message for a fraction, or for a number too large to be exact, whose digits are not quoted. */
function inexactOrFraction(value: number, min?: number, max?: number): Text {
  if (!Number.isFinite(value) || Number.isInteger(value)) {
    const size = value > 0 ? { en: 'large', zh: '大' } : { en: 'small', zh: '小' };
    const open = min === undefined && max === undefined;
    const range = integerRange(min ?? Number.MIN_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER);
    return {
      en: `This number is too ${size.en}. Use an integer${open ? ' of at most 15 digits' : ` ${range.en}`}.`,
      zh: `数字过${size.zh}，请填写${open ? '不超过 15 位的' : ` ${range.zh} 之间的`}整数。`,
    };
  }
  const quoted = quotable(value);
  return {
    en: `${quoted ?? 'This number'} is not an integer. Use digits only, such as 80.`,
    zh: `${quoted ?? '此数字'} 不是整数，只能使用数字，例如 80。`,
  };
}

/** Reads an integer in common notations: `080`, `+80`, ` 80`, `80.0`, `８０`, `1e3`, `8,080`. */
function readWhole(text: string): string | undefined {
  const negative = /^\s*[-\u2013\u2212]/.test(text);
  const loose = readLooseAmount(negative ? text.replace(/[-\u2013\u2212]/, '') : text, 'pieces');
  if (loose === undefined || loose.hasUnit || loose.value.includes('.')) return undefined;
  return negative ? `-${loose.value}` : loose.value;
}

interface AmountLimits {
  readonly min: string;
  readonly max: string;
  readonly aboveMin?: boolean;
  readonly unit: Text;
  readonly quantity: Quantity;
}

const examples: Readonly<Record<Quantity, string>> = {
  cores: '0.25',
  megabytes: '128',
  pieces: '1',
};

/** The message for an invalid amount, with the amount in the unit of the field that was probably meant. */
export function wrongAmount(value: unknown, limits: AmountLimits): Complaint {
  if (typeof value === 'number') return amountAsNumber(value);
  const loose = typeof value === 'string' ? readLooseAmount(value, limits.quantity) : undefined;
  if (loose === undefined) {
    const example = examples[limits.quantity];
    return {
      en: `${quoteValue(value)} is not a valid amount. Enter a decimal number without a unit, such as ${example}.`,
      zh: `${quoteValue(value)} 不是有效的数量，请填写不带单位的十进制数，例如 ${example}。`,
    };
  }
  const text = quoteValue(value);
  const { unit, quantity } = limits;
  const meant = shown(loose.value);
  const outside = outsideAmount(loose.value, limits);
  if (outside !== undefined) {
    const equal = loose.hasUnit
      ? { en: `${text} is ${meant} ${unit.en}. `, zh: `${text} 即 ${meant} ${unit.zh}。` }
      : { en: '', zh: '' };
    return { en: equal.en + outside.en, zh: equal.zh + outside.zh };
  }
  if (loose.otherwise !== undefined) {
    return {
      en: `${text} contains a comma. Use ${meant}, or ${loose.otherwise} if the comma is a decimal point.`,
      zh: `${text} 包含逗号，请填写 ${meant}；如果逗号表示小数点，请填写 ${loose.otherwise}。`,
    };
  }
  const odd = oddCharacter(String(value));
  const why: Text = loose.hasUnit
    ? { en: `${text} has a unit.`, zh: `${text} 带有单位。` }
    : odd
      ? { en: `${text} contains ${odd.en}.`, zh: `${text} 包含 ${odd.zh}。` }
      : { en: `${text} is not a plain decimal number.`, zh: `${text} 不是普通的十进制数。` };
  const counted = loose.hasUnit && quantity !== 'pieces' ? inUnit(unit) : { en: '', zh: '' };
  return {
    en: `${why.en} Use ${meant}${counted.en}.`,
    zh: `${why.zh}请填写 ${meant}${counted.zh}。`,
    suggestion: loose.value,
  };
}

function inUnit(unit: Text): Text {
  return { en: ` (in ${unit.en})`, zh: `（单位：${unit.zh}）` };
}

/** The message for a decimal outside the limits of its field. Memory above them is often in bytes, so that is converted. */
export function outsideAmount(value: string, limits: AmountLimits): Complaint | undefined {
  const { min, max, aboveMin, quantity } = limits;
  const toMin = compareDecimals(value, min);
  if (toMin < 0 || (aboveMin && toMin === 0)) return tooSmall(value, min, aboveMin === true);
  if (compareDecimals(value, max) <= 0) return undefined;
  const message = tooLarge(value, max);
  const bytes = quantity === 'megabytes' ? bytesInMegabytes(value) : undefined;
  if (bytes === undefined || compareDecimals(bytes, '1') < 0 || compareDecimals(bytes, max) > 0)
    return message;
  return {
    en: `${message.en} If the value is in bytes, use ${bytes} (in MB).`,
    zh: `${message.zh}如果单位是字节，请填写 ${bytes}（单位：MB）。`,
  };
}

/** The message for a JSON number where the API expects a string. */
function amountAsNumber(value: number): Complaint {
  const quoted = quotable(value);
  if (quoted === undefined || !isDecimal(quoted)) {
    return {
      en: 'This is a number, but the API expects amounts as text. Use a decimal number as text, such as "0.25".',
      zh: '此处是数字，但 API 的资源量为文本，请填写文本形式的十进制数，例如 "0.25"。',
    };
  }
  return {
    en: `${quoted} is a number, but the API expects amounts as text. Use "${quoted}".`,
    zh: `${quoted} 是数字，但 API 的资源量为文本，请写成 "${quoted}"。`,
    suggestion: quoted,
  };
}

/** A number as digits, if they are certainly those of the input: JSON.parse preserves 15 significant digits. */
function quotable(value: number): string | undefined {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return Number.isSafeInteger(value) || text.replaceAll(/^[-0.]+|\./g, '').length <= 15
    ? text
    : undefined;
}

/** Names the first look-alike character or blank. */
function oddCharacter(text: string): Text | undefined {
  const odd = Array.from(text.slice(0, 80)).find(
    (one) => plainCharacter(one) !== undefined || /\s/.test(one),
  );
  return odd === undefined ? undefined : nameCharacter(odd);
}
