import type { Quantity } from '../limits/loose-amount.ts';
import type { Schema } from '../limits/refuse.ts';
import type { Edition, Generation } from '../context.ts';
import type { Text } from '../text.ts';

/** Properties of all kinds of fields. */
export interface FieldFacts {
  readonly label: Text;
  /** When and why to set the field. {@link LeafSpec.limit} states the limits. */
  readonly help?: Text;
  /** An example, shown while the input is empty. */
  readonly placeholder?: string;
  /** Number of the table of the API page that defines it; absent for a field newer than the page. */
  readonly table?: number;
  /** The only generation of the API that has the field; all if absent. */
  readonly generation?: Generation;
  readonly required?: boolean;
  /** The only edition that has the field; both if absent. */
  readonly edition?: Edition;
  /** The value that the service assumes if the key is absent. Shown, never written. */
  readonly assumed?: string;
  /** True if null counts as absent (R01 of docs/sources.md, section 2). */
  readonly takesNull?: boolean;
  /** True if null is an error although the field is optional; otherwise null only causes a warning (R46). */
  readonly refusesNull?: boolean;
}

interface LeafFacts extends FieldFacts {
  /** The limits as helper text under the input. */
  readonly limit?: Text;
  /** The zod schema of a value in a generation of the API. `complaintOf` runs it and writes the messages. */
  readonly schema: (generation: Generation) => Schema;
}

/** A string. Lengths are counted in code points, the characters of the API page. */
export interface TextSpec extends LeafFacts {
  readonly kind: 'text';
  /** 0 if the empty string is allowed. */
  readonly minLength: 0 | 1;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  readonly multiline?: boolean;
}

/** A JSON number without a fraction. */
export interface IntegerSpec extends LeafFacts {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Text;
}

/** An amount: a JSON string that holds a decimal number, compared digit by digit. */
export interface AmountSpec extends LeafFacts {
  readonly kind: 'amount';
  readonly min: string;
  readonly max: string;
  /** True if the value must be greater than `min`. */
  readonly aboveMin?: boolean;
  readonly unit: Text;
  readonly quantity: Quantity;
}

/** One of a fixed set of strings. */
export interface ChoiceSpec extends LeafFacts {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** True if the service accepts the empty string for "not set". */
  readonly allowsEmpty?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly help?: Text;
  /** The only generation of the API that has the option; all if absent. */
  readonly generation?: Generation;
}

export interface FlagSpec extends LeafFacts {
  readonly kind: 'flag';
}

/** A list of strings. */
export interface StringsSpec extends LeafFacts {
  readonly kind: 'strings';
  readonly item: Text;
  readonly refusesEmptyItems?: boolean;
}

/** An object with known keys. Unknown keys are kept and not checked. */
export interface GroupSpec extends FieldFacts {
  readonly kind: 'group';
  /** The type's name on the API page, such as `HostContainerPortMapping`. */
  readonly name: string;
  readonly fields: Fields;
  /** Alternative keys; the one that is present is the user's choice. */
  readonly oneOf?: readonly string[];
  /** True if the object is created with its first member and removed with its last. */
  readonly implied?: boolean;
  /** True if check results are cached per object. */
  readonly remembered?: boolean;
}

/** A list of objects of one shape. */
export interface RowsSpec extends FieldFacts {
  readonly kind: 'rows';
  readonly row: GroupSpec;
  readonly item: Text;
  readonly minItems?: number;
  readonly limit?: Text;
}

/** An object of strings under arbitrary keys, such as Kubernetes labels. */
export interface EntriesSpec extends FieldFacts {
  readonly kind: 'entries';
  /** The labels of a key and of its value. */
  readonly key: Text;
  readonly value: Text;
}

export interface Pattern {
  readonly regex: RegExp;
  /** The requirement in words. */
  readonly says: Text;
  /** Matches an allowed character. The message names the first one that is not allowed. */
  readonly character?: RegExp;
}

export type LeafSpec = TextSpec | IntegerSpec | AmountSpec | ChoiceSpec | FlagSpec | StringsSpec;
export type FieldSpec = LeafSpec | GroupSpec | RowsSpec | EntriesSpec;
/** True if null is allowed because the field is optional: null counts as absent (R46). */
export function mayBeNull({ required, refusesNull }: FieldFacts): boolean {
  return required !== true && refusesNull !== true;
}

/** True if a field or option exists in a generation. */
export function existsIn(
  spec: { readonly generation?: Generation },
  generation: Generation,
): boolean {
  return spec.generation === undefined || spec.generation === generation;
}

/** Where a field is defined: `table 11`, or `API Explorer` if it is newer than the API page. */
export function sourceOf(spec: FieldFacts): string {
  return spec.table === undefined ? 'API Explorer' : `table ${spec.table}`;
}

/** Field specs under the keys of the API, in the order in which they are shown and checked. */
export type Fields = Readonly<Record<string, FieldSpec>>;
