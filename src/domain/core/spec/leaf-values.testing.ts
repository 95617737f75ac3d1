import fc from 'fast-check';
import { complaintOf } from '../check/field-errors.ts';
import { existsIn, type LeafSpec, type TextSpec } from './field.ts';
import type { Generation } from '../context.ts';

/**
 * The maximum length of generated text if the limit is larger, because longer text takes time and finds no more
 * errors.
 */
const LONG = 300;

const anyCharacter = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('中', 'é', '😀', '\u202e', '\u200b', '\n', '\t', '\u0000'),
  },
);

/** A value within the limits of a leaf, usually at one of them. For tests. */
export function anyLeafOf(spec: LeafSpec, generation: Generation): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'text':
      return anyText(spec);
    case 'integer': {
      const min = spec.min ?? -(2 ** 53 - 1);
      const max = spec.max ?? 2 ** 53 - 1;
      return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
    }
    case 'amount': {
      const top = Number(spec.max);
      const decimals = fc.tuple(fc.nat(top - 1), fc.integer({ min: 1, max: 99 }));
      return fc.oneof(
        fc.constantFrom(spec.max, `${spec.max}.000`, `000${spec.max}`),
        fc.constant(spec.aboveMin ? `${spec.min}.0000001` : spec.min),
        decimals.map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
        fc.integer({ min: 1, max: top }).map(String),
      );
    }
    case 'choice': {
      const words = spec.options.filter((option) => existsIn(option, generation));
      return fc.constantFrom(...words.map(({ value }) => value), ...(spec.allowsEmpty ? [''] : []));
    }
    case 'flag':
      return fc.boolean();
    case 'strings': {
      const member = fc.string({ minLength: spec.refusesEmptyItems ? 1 : 0, maxLength: 12 });
      return fc.array(member, { maxLength: 4 });
    }
  }
}

function anyText(spec: TextSpec): fc.Arbitrary<string> {
  const { minLength, maxLength = LONG, pattern } = spec;
  // If the limit is not on single characters, the pattern of the whole text applies.
  if (pattern !== undefined && pattern.character === undefined)
    return fc.stringMatching(pattern.regex).filter((text) => complaintOf(spec, text) === undefined);
  const character = pattern?.character
    ? anyCharacter.filter((one) => pattern.character?.test(one) === true)
    : anyCharacter;
  const short = { minLength, maxLength: Math.min(maxLength, 12) };
  const body = fc.array(character, short).map((all) => all.join(''));
  // One character, repeated up to the limit.
  const longest = character.map((one) => one.repeat(maxLength));
  const made = fc.oneof({ weight: 39, arbitrary: body }, { weight: 1, arbitrary: longest });
  return made.filter((text) => complaintOf(spec, text) === undefined);
}
