import { PAGE_GENERATION, perGeneration, type Generation } from '#src/domain/core/context.ts';
import { existsIn } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { amountFields } from '#src/domain/deployment/fields/resources.fields.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isFilled } from './read.ts';

/** The key of an amount in limits or requests. */
export type AmountKey = keyof typeof amountFields;

/** Every amount, in the order of the form (table 15 and newer pages). */
export const allAmounts = Object.keys(amountFields) as readonly AmountKey[];

/** The amounts that count NPU chips: the plain `npu`, and one per chip type on newer pages. */
export const npuAmounts = allAmounts.filter((key) => amountFields[key].quantity === 'pieces');

/** The amounts that exist in a generation of the API. */
export function amountsOf(generation: Generation = PAGE_GENERATION): readonly AmountKey[] {
  return amountsIn[generation];
}

const amountsIn = perGeneration((generation) =>
  allAmounts.filter((key) => existsIn(amountFields[key], generation)),
);

/** The amounts that count NPU chips in a generation of the API. */
export function npuAmountsOf(generation?: Generation): readonly AmountKey[] {
  return amountsOf(generation).filter((key) => npuAmounts.includes(key));
}

/** The path at which a container asks for an amount, relative to the container: its limit, else its request. */
export function requestedAt(container: unknown, amount: AmountKey): Path | undefined {
  return (['limits', 'requests'] as const)
    .map((side) => ['resources', side, amount])
    .find((path) => isFilled(getIn(container, path)));
}

/** An amount with its unit, `0.5 cores`. The number is quoted unchanged. */
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
