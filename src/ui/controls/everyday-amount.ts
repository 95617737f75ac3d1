import type { AmountSpec } from '#src/domain/core/spec/field.ts';

const units = ['MiB', 'GiB', 'TiB'] as const;

/**
 * An amount in the unit people think in: `1024` MB is `1 GiB`, `0.25` cores are `250m`. Undefined if that adds nothing
 * or the text is not a plain number. IEF counts memory in MB of 1024 KB.
 */
export function everydayAmount(text: string, quantity: AmountSpec['quantity']): string | undefined {
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (number === 0) return undefined;
  if (quantity === 'cores') {
    const millicores = Math.round(number * 1000);
    return number < 1 && millicores > 0 ? `${millicores}m` : undefined;
  }
  if (quantity !== 'megabytes' || number < 1024) return undefined;
  const power = number >= 1024 ** 2 ? 2 : 1;
  const amount = number / 1024 ** power;
  const rounded = Number(amount.toFixed(2));
  return `${rounded === amount ? '' : '≈ '}${rounded} ${units[power]}`;
}
