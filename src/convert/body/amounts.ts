import { trimEnd } from '#src/domain/core/limits/decimal.ts';
import type { Text } from '#src/domain/core/text.ts';

/** A fraction of integers, exact. The denominator is positive. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** An amount in the unit of a field. */
export interface Amount {
  /** The decimal to write. */
  readonly text: string;
  readonly message: Text;
  readonly isRounded: boolean;
}

/** The exact value of a Kubernetes quantity: `500m`, `1Gi`, `1e3`, `.5`. Undefined for anything else. */
export function readQuantity(text: string): Fraction | undefined {
  const [, whole = '', part = '', exponent, suffix = ''] =
    /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3})|([a-zA-Z]{0,2}))$/.exec(text) ?? [];
  if (whole + part === '' || text.length > MAX_AMOUNT_LENGTH) return undefined;
  const number = { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) };
  if (exponent !== undefined) return scaled(number, power(10n, Number(exponent)));
  const factor = Object.hasOwn(suffixes, suffix) ? suffixes[suffix] : undefined;
  return factor && scaled(number, factor);
}

/** The exact bytes of an amount as Docker writes it: `512m`, `1.5g`, `64MiB`, a bare number of bytes. */
export function readBytes(text: string): Fraction | undefined {
  const [, whole = '', part = '', unit = ''] =
    /^(\d+)(?:\.(\d+))? ?(?:([kmgtp])(?:i?b)?|b)?$/i.exec(text) ?? [];
  if (whole === '' || text.length > MAX_AMOUNT_LENGTH) return undefined;
  const steps = unit === '' ? 0 : 'kmgtp'.indexOf(unit.toLowerCase()) + 1;
  const number = { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) };
  return scaled(number, power(2n, 10 * steps));
}

const MAX_AMOUNT_LENGTH = 64;

function power(base: bigint, exponent: number): Fraction {
  return exponent < 0
    ? { top: 1n, bottom: base ** BigInt(-exponent) }
    : { top: base ** BigInt(exponent), bottom: 1n };
}

const suffixes: Readonly<Record<string, Fraction>> = {
  '': power(10n, 0),
  n: power(10n, -9),
  u: power(10n, -6),
  m: power(10n, -3),
  k: power(10n, 3),
  M: power(10n, 6),
  G: power(10n, 9),
  T: power(10n, 12),
  P: power(10n, 15),
  E: power(10n, 18),
  Ki: power(2n, 10),
  Mi: power(2n, 20),
  Gi: power(2n, 30),
  Ti: power(2n, 40),
  Pi: power(2n, 50),
  Ei: power(2n, 60),
};

function scaled(number: Fraction, factor: Fraction): Fraction {
  return { top: number.top * factor.top, bottom: number.bottom * factor.bottom };
}

/** Cores, to a thousandth. */
export function toCores(cores: Fraction): Amount {
  return toAmount(cores, 3, { en: 'cores', zh: '核' });
}

/**
 * Megabytes, to a hundredth. The API page does not say whether its MB is 10^6 or 2^20 bytes; its console counts in
 * 1024, and so does this.
 */
export function toMegabytes(bytes: Fraction): Amount {
  return toAmount(scaled(bytes, power(2n, -20)), 2, { en: 'MB', zh: 'MB' });
}

/** The minimum amount of a field (table 15). */
const MINIMUM: Fraction = { top: 1n, bottom: 100n };

function toAmount({ top, bottom }: Fraction, places: number, unit: Text): Amount {
  const scale = 10n ** BigInt(places);
  const nearest = (2n * top * scale + bottom) / (2n * bottom);
  const least = (MINIMUM.top * scale) / MINIMUM.bottom;
  const digits = nearest < least ? least : nearest;
  const isRounded = digits * bottom !== top * scale;
  const text = decimal(digits, places);
  return {
    text,
    isRounded,
    message: isRounded
      ? { en: `rounded to ${text} ${unit.en}.`, zh: `四舍五入为 ${text} ${unit.zh}。` }
      : { en: `${text} ${unit.en}.`, zh: `即 ${text} ${unit.zh}。` },
  };
}

function decimal(digits: bigint, places: number): string {
  const padded = digits.toString().padStart(places + 1, '0');
  const cut = padded.length - places;
  const part = trimEnd(padded.slice(cut));
  return part === '' ? padded.slice(0, cut) : `${padded.slice(0, cut)}.${part}`;
}
