import { nameCharacter, plainCharacter, shown } from '../characters/characters.ts';
import { compareDecimals, isDecimal } from './decimal.ts';
import type { Complaint } from '../issue.ts';
import { below, beyond, integerRange, outOfRange, show } from './limit-messages.ts';
import { bytesInMegabytes, readLooseAmount, type Quantity } from './loose-amount.ts';
import type { Text } from '../text.ts';

/** A value that no whole number of a range can be, with the number it was meant to be. */
export function wrongInteger(value: unknown, min?: number, max?: number): Complaint {
  if (typeof value === 'number') return inexactOrFraction(value, min, max);
  const meant = typeof value === 'string' ? readWhole(value) : undefined;
  if (meant === undefined) {
    return {
      en: `${show(value)} is not a whole number. Use digits only, such as 80.`,
      zh: `${show(value)} 不是整数，只能使用数字，例如 80。`,
    };
  }
  const text = show(value);
  const number = Number(meant);
  if (!Number.isSafeInteger(number) || isOutside(number, min, max))
    return outOfRange(text, min, max);
  const why = whyNotWhole(String(value), String(number));
  return {
    en: `${text} ${why.en}. Write ${number}.`,
    zh: `${text} ${why.zh}，请填写 ${number}。`,
    suggestion: number,
  };
}

function whyNotWhole(text: string, meant: string): Text {
  if (text === meant) return { en: 'is text, not a number', zh: '是文本，不是数字' };
  const odd = oddCharacter(text);
  return odd === undefined
    ? { en: 'is not a whole number', zh: '不是整数' }
    : { en: `is not a whole number: it contains ${odd.en}`, zh: `不是整数，其中包含 ${odd.zh}` };
}

/** True if a number lies outside a range, either end of which may be open. */
export function isOutside(value: number, min?: number, max?: number): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

/** A JSON number that is no whole number, or so large that reading it changed its digits: those are not repeated. */
function inexactOrFraction(value: number, min?: number, max?: number): Text {
  if (!Number.isFinite(value) || Number.isInteger(value)) {
    const size = value > 0 ? { en: 'large', zh: '大' } : { en: 'small', zh: '小' };
    const open = min === undefined && max === undefined;
    const range = integerRange(min ?? Number.MIN_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER);
    return {
      en: `This number is too ${size.en}. Use a whole number${open ? ' of at most 15 digits' : ` ${range.en}`}.`,
      zh: `数字过${size.zh}，请填写${open ? '不超过 15 位的' : ` ${range.zh} 之间的`}整数。`,
    };
  }
  const quoted = quotable(value);
  return {
    en: `${quoted ?? 'This number'} is not a whole number. Use digits only, such as 80.`,
    zh: `${quoted ?? '此数字'} 不是整数，只能使用数字，例如 80。`,
  };
}

/** A whole number as people write one: `080`, `+80`, ` 80`, `80.0`, `８０`, `1e3`, `8,080`. */
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

/** A value that is no amount, with the amount in the field's own unit that was meant. */
export function wrongAmount(value: unknown, limits: AmountLimits): Complaint {
  if (typeof value === 'number') return amountAsNumber(value);
  const loose = typeof value === 'string' ? readLooseAmount(value, limits.quantity) : undefined;
  if (loose === undefined) {
    return {
      en: `${show(value)} is not an amount. Write a plain decimal without a unit, such as 0.25.`,
      zh: `${show(value)} 不是有效的数量，请填写不带单位的十进制数，例如 0.25。`,
    };
  }
  const text = show(value);
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
      en: `${text} contains a comma. Write ${meant}, or ${loose.otherwise} if the comma is a decimal point.`,
      zh: `${text} 包含逗号，请填写 ${meant}；如果逗号表示小数点，请填写 ${loose.otherwise}。`,
    };
  }
  const odd = oddCharacter(String(value));
  const why: Text = loose.hasUnit
    ? { en: `${text} has a unit.`, zh: `${text} 带有单位。` }
    : odd
      ? { en: `${text} contains ${odd.en}.`, zh: `${text} 包含 ${odd.zh}。` }
      : { en: `${text} is not a plain decimal.`, zh: `${text} 不是普通的十进制数。` };
  const counted = loose.hasUnit && quantity !== 'pieces' ? inUnit(unit) : { en: '', zh: '' };
  return {
    en: `${why.en} Write ${meant}${counted.en}.`,
    zh: `${why.zh}请填写 ${meant}${counted.zh}。`,
    suggestion: loose.value,
  };
}

function inUnit(unit: Text): Text {
  return { en: `, in ${unit.en}`, zh: `（单位：${unit.zh}）` };
}

/** A plain decimal outside the limits of its field. Memory beyond them is often written in bytes: that is worked out. */
export function outsideAmount(value: string, limits: AmountLimits): Complaint | undefined {
  const { min, max, aboveMin, quantity } = limits;
  const toMin = compareDecimals(value, min);
  if (toMin < 0 || (aboveMin && toMin === 0)) return below(value, min, aboveMin === true);
  if (compareDecimals(value, max) <= 0) return undefined;
  const tooLarge = beyond(value, max);
  const bytes = quantity === 'megabytes' ? bytesInMegabytes(value) : undefined;
  if (bytes === undefined || compareDecimals(bytes, '1') < 0 || compareDecimals(bytes, max) > 0)
    return tooLarge;
  return {
    en: `${tooLarge.en} If these are bytes, write ${bytes}, in MB.`,
    zh: `${tooLarge.zh}如果单位是字节，请填写 ${bytes}（单位：MB）。`,
  };
}

/** A JSON number where the API takes text. */
function amountAsNumber(value: number): Complaint {
  const quoted = quotable(value);
  if (quoted === undefined || !isDecimal(quoted)) {
    return {
      en: 'This is a number, but the API takes amounts as text. Write a plain decimal as text, such as "0.25".',
      zh: '此处是数字，但 API 的资源量为文本，请填写文本形式的十进制数，例如 "0.25"。',
    };
  }
  return {
    en: `${quoted} is a number, but the API takes amounts as text. Write "${quoted}".`,
    zh: `${quoted} 是数字，但 API 的资源量为文本，请写成 "${quoted}"。`,
    suggestion: quoted,
  };
}

/** A number as digits if those are surely the ones in the text it was read from: a reader keeps 15 of them. */
function quotable(value: number): string | undefined {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return Number.isSafeInteger(value) || text.replaceAll(/^[-0.]+|\./g, '').length <= 15
    ? text
    : undefined;
}

/** The first character that a plain keyboard would type otherwise, or a blank, in words. */
function oddCharacter(text: string): Text | undefined {
  const odd = Array.from(text.slice(0, 80)).find(
    (one) => plainCharacter(one) !== undefined || /\s/.test(one),
  );
  return odd === undefined ? undefined : nameCharacter(odd);
}
