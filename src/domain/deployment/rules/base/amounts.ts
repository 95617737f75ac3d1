import { PAGE_GENERATION, type Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isFilled } from './read.ts';

/** Amounts of NPU chips by their type, which newer pages add to the plain `npu`. */
export const chipAmounts = ['D310', 'D310B'] as const;

/** Every amount this product knows (table 15 and newer pages). */
export const allAmounts = ['cpu', 'memory', 'gpu', 'npu', ...chipAmounts] as const;

/** The key of an amount in limits or requests. */
export type AmountKey = (typeof allAmounts)[number];

/** The amounts a generation of the API has. */
export function amountsOf(generation: Generation = PAGE_GENERATION): readonly AmountKey[] {
  return generation === '2025' ? allAmounts : ['cpu', 'memory', 'gpu', 'npu'];
}

/** The amounts that count NPU chips. */
export function chipsOf(generation: Generation = PAGE_GENERATION): readonly AmountKey[] {
  return generation === '2025' ? ['npu', ...chipAmounts] : ['npu'];
}

/** Where a container asks for an amount, relative to the container: its limit, else its request. */
export function askedAt(container: unknown, amount: AmountKey): Path | undefined {
  return (['limits', 'requests'] as const)
    .map((side) => ['resources', side, amount])
    .find((path) => isFilled(getIn(container, path)));
}

/** An amount with its unit, `0.5 cores`. The text stands as it was given. */
export function withUnit(amount: AmountKey, value: string): Text {
  const isOne = value === '1';
  switch (amount) {
    case 'cpu':
      return { en: `${value} ${isOne ? 'core' : 'cores'}`, zh: `${value} 核` };
    case 'memory':
      return { en: `${value} MB`, zh: `${value} MB` };
    case 'gpu':
      return { en: `${value} MB of GPU memory`, zh: `${value} MB 显存` };
    case 'npu':
      return { en: `${value} ${isOne ? 'NPU' : 'NPUs'}`, zh: `${value} 个 NPU` };
    case 'D310':
    case 'D310B':
      return { en: `${value} ${amount} ${isOne ? 'chip' : 'chips'}`, zh: `${value} 个 ${amount}` };
  }
}
