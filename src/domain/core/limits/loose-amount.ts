import { plainText } from '../characters/characters.ts';
import { isDecimal, trimEnd } from './decimal.ts';

/** The quantity of an amount, which determines its possible units. */
export type Quantity = 'cores' | 'megabytes' | 'pieces';

/** A factor `times / (2^halvings * 10^tenths)`, so that results are finite decimals. */
type Factor = readonly [times: bigint, halvings: number, tenths: number];

const one: Factor = [1n, 0, 0];
const binary = (power: number): Factor =>
  power < 0 ? [1n, -10 * power, 0] : [1n << BigInt(10 * power), 0, 0];

/**
 * Units by quantity, in lower case. Memory: the API page uses 兆, taken as MiB, so `1Gi`, `1G` and `1GB` are 1024, and
 * docker's `512m` is 512. Cores: `m` is a thousandth, as in Kubernetes.
 */
const units: Readonly<Record<Quantity, Readonly<Record<string, Factor>>>> = {
  cores: {
    ...all(one, 'c', 'core', 'cores', 'cpu', 'cpus', 'vcpu', 'vcpus', '核', '个核'),
    m: [1n, 0, 3],
    u: [1n, 0, 6],
    n: [1n, 0, 9],
  },
  megabytes: {
    ...all(binary(-2), 'b', 'byte', 'bytes', '字节'),
    ...all(binary(-1), 'k', 'ki', 'kb', 'kib'),
    ...all(one, 'm', 'mi', 'mb', 'mib', '兆'),
    ...all(binary(1), 'g', 'gi', 'gb', 'gib'),
    ...all(binary(2), 't', 'ti', 'tb', 'tib'),
  },
  pieces: all(
    one,
    'npu',
    'npus',
    'chip',
    'chips',
    'piece',
    'pieces',
    'pcs',
    '个',
    '张',
    '块',
    '片',
  ),
};

function all(factor: Factor, ...names: string[]): Record<string, Factor> {
  return Object.fromEntries(names.map((name) => [name, factor]));
}

/** The likely meaning of an amount that is not a plain decimal. */
export interface LooseAmount {
  /** The exact decimal in the unit of the field. */
  readonly value: string;
  readonly hasUnit: boolean;
  /** The other interpretation of a comma, as decimal point or thousands separator. */
  readonly otherwise?: string;
}

/** Longer text is not a typed amount. */
const MAX_LENGTH = 48;
const FORM = /^\+?([\d.,_' ]+)(?:e\+?(-?\d{1,2}))?([a-z\u4e00-\u9fff]*)$/;

/**
 * Reads an amount with a unit (`500m`, `1Gi`), in full-width characters (`０．５`), or with a comma (`1,5`), exponent, sign,
 * or blanks. The result is exact. Undefined if the text has no plausible meaning.
 */
export function readLooseAmount(text: string, quantity: Quantity): LooseAmount | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, number = '', exponent = '0', unit = ''] =
    FORM.exec(plainText(text).trim().toLowerCase()) ?? [];
  const factor = unit === '' ? one : ownUnit(units[quantity], unit);
  const [digits, ambiguous] = readDigits(number.trim());
  if (factor === undefined || digits === undefined) return undefined;
  const [times, halvings, tenths] = factor;
  const scaled = (decimal: string) => scale(decimal, [times, halvings, tenths - Number(exponent)]);
  const value = scaled(digits);
  return {
    value,
    hasUnit: unit !== '',
    ...(ambiguous !== undefined && { otherwise: scaled(ambiguous) }),
  };
}

/** Converts an integer number of bytes, the unit of Kubernetes, to MB; otherwise undefined. */
export function bytesInMegabytes(text: string): string | undefined {
  return /^\d{1,20}$/.test(text) ? scale(text, binary(-2)) : undefined;
}

function ownUnit(known: Readonly<Record<string, Factor>>, unit: string): Factor | undefined {
  return Object.hasOwn(known, unit) ? known[unit] : undefined;
}

function readDigits(text: string): readonly [value?: string, otherwise?: string] {
  if (/^[1-9]\d{0,2}([,_' ]\d{3})+(\.\d+)?$/.test(text)) {
    const whole = text.replaceAll(/[,_' ]/g, '');
    // A single group after a comma can be a fraction: `1,024`.
    return /^\d+,\d{3}$/.test(text) ? [whole, text.replace(',', '.')] : [whole];
  }
  const point = text.replace(',', '.');
  const complete = point.startsWith('.') ? `0${point}` : point.replace(/\.$/, '');
  return isDecimal(complete) ? [complete] : [];
}

/** Multiplies a decimal by a factor; the result has no leading or trailing zeros. */
function scale(decimal: string, [times, halvings, tenths]: Factor): string {
  const [whole = '', part = ''] = decimal.split('.');
  // 1/2 is 5/10, so each halving moves the decimal point by one.
  const digits = BigInt(whole + part) * times * 5n ** BigInt(halvings);
  const places = part.length + halvings + tenths;
  if (places <= 0) return (digits * 10n ** BigInt(-places)).toString();
  const padded = digits.toString().padStart(places + 1, '0');
  const cut = padded.length - places;
  const fraction = trimEnd(padded.slice(cut));
  return fraction === '' ? padded.slice(0, cut) : `${padded.slice(0, cut)}.${fraction}`;
}
