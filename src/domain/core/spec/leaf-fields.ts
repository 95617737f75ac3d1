import * as z from 'zod/mini';
import { nameCharacter, plainCharacter, plainText } from '../characters/characters.ts';
import { isDecimal } from '../limits/decimal.ts';
import {
  existsIn,
  type AmountSpec,
  type ChoiceSpec,
  type FieldFacts,
  type FlagSpec,
  type IntegerSpec,
  type Option,
  type Pattern,
  type StringsSpec,
  type TextSpec,
} from './field.ts';
import type { Complaint } from '../issue.ts';
import type { Quantity } from '../limits/loose-amount.ts';
import { isOutside, outsideAmount, wrongAmount, wrongInteger } from '../limits/number-messages.ts';
import { refuseWhen, type Schema } from '../limits/refuse.ts';
import { perGeneration, type Generation } from '../context.ts';
import type { Text } from '../text.ts';
import {
  amountLimit,
  emptyValue,
  otherGenerationOption,
  integerLimit,
  lengthLimit,
  mistyped,
  outOfRange,
  tooLong,
} from '../limits/limit-messages.ts';

type TextOptions = FieldFacts & {
  /** 1 by default; 0 if the service accepts `""`. */
  minLength?: 0 | 1;
  maxLength?: number;
  pattern?: Pattern;
  multiline?: boolean;
  limit?: Text;
};

/** Makes a schema when it is first used: to make all of them while the page loads takes a slow phone 40 ms. */
function onDemand(make: () => Schema): () => Schema {
  let schema: Schema | undefined;
  return () => (schema ??= make());
}

/** A text field. Numbers and null are errors and never converted. */
export function textField<const O extends TextOptions>(options: O): TextSpec & O {
  const { minLength = 1, maxLength, pattern } = options;
  const makeSchema = () =>
    z.string().check(
      refuseWhen((value) => {
        if (value === '') return minLength > 0 ? emptyValue : undefined;
        if (maxLength !== undefined && isLongerThan(value, maxLength))
          return tooLong(characterCount(value), maxLength);
        return pattern === undefined || pattern.regex.test(value)
          ? undefined
          : patternProblem(value, pattern);
      }),
    );
  return {
    ...options,
    kind: 'text',
    minLength,
    limit: options.limit ?? lengthLimit(minLength, maxLength, pattern?.says),
    schema: onDemand(makeSchema),
  };
}

function patternProblem(value: string, { regex, character, says }: Pattern): Complaint {
  const odd = character && Array.from(value).find((one) => !character.test(one));
  const rule = { en: `${says.en}.`, zh: `${says.zh}。` };
  const meant = plainText(value).trim();
  const suggestion =
    meant !== value && meant !== '' && regex.test(meant) ? { suggestion: meant } : {};
  if (odd === undefined) return { ...rule, ...suggestion };
  const name = nameCharacter(odd);
  const typed = plainCharacter(odd);
  // Only if the field allows the plain character; an invisible character has none.
  const instead =
    typed !== undefined && typed !== '' && character?.test(typed)
      ? { en: ` Use ${typed} instead.`, zh: `请改用 ${typed}。` }
      : { en: '', zh: '' };
  return {
    en: `${name.en} is not allowed here.${instead.en} ${rule.en}`,
    zh: `不允许使用 ${name.zh}。${instead.zh}${rule.zh}`,
    ...suggestion,
  };
}

// A string never has more code points than code units, so most strings need no count.
function isLongerThan(value: string, maxLength: number): boolean {
  return value.length > maxLength && characterCount(value) > maxLength;
}

/** Length in code points: an emoji counts once. */
export function characterCount(value: string): number {
  let count = value.length;
  for (let index = 1; index < value.length; index++) {
    const low = value.charCodeAt(index);
    const high = value.charCodeAt(index - 1);
    if (low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff) count--;
  }
  return count;
}

type IntegerOptions = FieldFacts & { min?: number; max?: number; unit?: Text; limit?: Text };

/** An integer. Strings such as `"80"` are errors, because the API requires a JSON number. */
export function integerField<const O extends IntegerOptions>(options: O): IntegerSpec & O {
  const { min, max } = options;
  const makeSchema = () =>
    z.number().check(
      refuseWhen((value) => {
        if (!Number.isSafeInteger(value)) return wrongInteger(value, min, max);
        return isOutside(value, min, max) ? outOfRange(String(value), min, max) : undefined;
      }),
    );
  return {
    ...options,
    kind: 'integer',
    limit: options.limit ?? integerLimit(min, max),
    schema: onDemand(makeSchema),
  };
}

type AmountOptions = FieldFacts & {
  min: string;
  max: string;
  aboveMin?: boolean;
  unit: Text;
  /** Selects the units that can be converted. */
  quantity: Quantity;
};

/** An amount (cpu, memory, gpu, npu): a decimal in a JSON string, such as `"0.25"`. JSON numbers are errors. */
export function amountField<const O extends AmountOptions>(options: O): AmountSpec & O {
  const makeSchema = () =>
    z.string().check(
      refuseWhen((value) => {
        if (value === '') return emptyValue;
        return isDecimal(value) ? outsideAmount(value, options) : wrongAmount(value, options);
      }),
    );
  return { ...options, kind: 'amount', limit: amountLimit(options), schema: onDemand(makeSchema) };
}

type ChoiceOptions = FieldFacts & {
  options: readonly Option[];
  allowsEmpty?: boolean;
  limit?: Text;
};

/** One of the given options, case-sensitive. The message for an option of the other generation says so. */
export function choiceField<const O extends ChoiceOptions>(options: O): ChoiceSpec & O {
  const schemas = perGeneration((generation) => onDemand(() => wordSchema(options, generation)));
  return { ...options, kind: 'choice', schema: (generation) => schemas[generation]() };
}

function wordSchema({ options, allowsEmpty }: ChoiceOptions, generation: Generation): Schema {
  const words = wordsIn(options, generation);
  return z.string().check(
    refuseWhen((value) => {
      if (value === '') return allowsEmpty ? undefined : emptyValue;
      if (words.includes(value)) return undefined;
      const isElsewhere = options.some((option) => option.value === value);
      return isElsewhere
        ? otherGenerationOption(value, generation, words)
        : mistyped.choice(value, words);
    }),
  );
}

function wordsIn(options: readonly Option[], generation: Generation): readonly string[] {
  return options.filter((option) => existsIn(option, generation)).map(({ value }) => value);
}

const flagSchema = onDemand(() => z.boolean());

/** A boolean. The strings `"true"` and `"false"` are errors. */
export function flagField<const O extends FieldFacts>(options: O): FlagSpec & O {
  return { ...options, kind: 'flag', schema: flagSchema };
}

type StringsOptions = FieldFacts & {
  item: Text;
  refusesEmptyItems?: boolean;
  limit?: Text;
};

/** A list of strings. Empty strings are allowed unless `refusesEmptyItems`. */
export function stringsField<const O extends StringsOptions>(options: O): StringsSpec & O {
  // Invalid members are reported once, at the list.
  const makeSchema = () =>
    z.array(z.unknown()).check(
      refuseWhen((members) => {
        if (members.some((member) => typeof member !== 'string')) return mistyped.members;
        return options.refusesEmptyItems && members.includes('') ? emptyValue : undefined;
      }),
    );
  return { ...options, kind: 'strings', schema: onDemand(makeSchema) };
}
