import type { Quantity } from '../limits/loose-amount.ts';
import type { Schema } from '../limits/refuse.ts';
import type { Edition, Generation } from '../context.ts';
import type { Text } from '../text.ts';

/** What every field says of itself, whatever its kind. */
export interface FieldFacts {
  readonly label: Text;
  /** Why and when one would set it. Limits are not repeated here: see {@link LeafSpec.limit}. */
  readonly help?: Text;
  /** An example in the input while it is empty. */
  readonly placeholder?: string;
  /** Number of the table of the API page that defines it; absent for a field newer than the page. */
  readonly table?: number;
  /** The one generation of the API that has the field; every one if absent. */
  readonly generation?: Generation;
  /** True if a body without it is refused. */
  readonly required?: boolean;
  /** Set if only this edition knows the field. */
  readonly edition?: Edition;
  /** Value the service assumes when the key is absent; shown, never written. */
  readonly assumed?: string;
  /** True if null counts as absent (R01 of docs/sources.md, section 2). */
  readonly takesNull?: boolean;
  /** True if null is refused although the field is optional; elsewhere it only gets a warning (R46). */
  readonly refusesNull?: boolean;
}

interface LeafFacts extends FieldFacts {
  /** The limits in words, quiet helper text under the input. */
  readonly limit?: Text;
  /** The zod schema of a present value in a generation of the API. `complaintOf` runs it and words what it refuses. */
  readonly schema: (generation: Generation) => Schema;
}

/** Text. Lengths are counted in characters (code points), the unit of the API page. */
export interface TextSpec extends LeafFacts {
  readonly kind: 'text';
  /** 1 refuses an empty text, 0 takes it. */
  readonly minLength: 0 | 1;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  readonly multiline?: boolean;
}

/** A whole JSON number. */
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
  /** True if `min` itself is refused. */
  readonly aboveMin?: boolean;
  readonly unit: Text;
  readonly quantity: Quantity;
}

/** One of a fixed set of words. */
export interface ChoiceSpec extends LeafFacts {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** True if the service takes an empty text for "not chosen". */
  readonly allowsEmpty?: boolean;
}

/** One word of a choice. */
export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly help?: Text;
  /** The one generation of the API that has the word; every one if absent. */
  readonly generation?: Generation;
}

/** True or false. */
export interface FlagSpec extends LeafFacts {
  readonly kind: 'flag';
}

/** A list of texts. */
export interface StringsSpec extends LeafFacts {
  readonly kind: 'strings';
  readonly item: Text;
  /** True if an empty member is refused. */
  readonly refusesEmptyItems?: boolean;
}

/** An object with known keys; others are kept and never judged. */
export interface GroupSpec extends FieldFacts {
  readonly kind: 'group';
  /** The type's name on the API page, such as `HostContainerPortMapping`. */
  readonly name: string;
  readonly fields: Fields;
  /** Keys of which a person chooses one; the choice is which key is present. */
  readonly oneOf?: readonly string[];
  /** True if the object comes with its first member and goes with its last. */
  readonly implied?: boolean;
  /** True if what a check found is remembered per object, as looking again would cost more. */
  readonly remembered?: boolean;
}

/** A list of objects of one shape. */
export interface RowsSpec extends FieldFacts {
  readonly kind: 'rows';
  readonly row: GroupSpec;
  /** What one member is called. */
  readonly item: Text;
  readonly minItems?: number;
  readonly limit?: Text;
}

/** An object of texts under keys of the person's own choice, such as Kubernetes labels. */
export interface EntriesSpec extends FieldFacts {
  readonly kind: 'entries';
  /** What one key, and the text under it, is called. */
  readonly key: Text;
  readonly value: Text;
}

/** A pattern, with what it asks for in words and, if single characters decide, which ones may stand. */
export interface Pattern {
  readonly regex: RegExp;
  readonly says: Text;
  /** Matches one allowed character; the first that does not is named in the message. */
  readonly character?: RegExp;
}

export type LeafSpec = TextSpec | IntegerSpec | AmountSpec | ChoiceSpec | FlagSpec | StringsSpec;
export type FieldSpec = LeafSpec | GroupSpec | RowsSpec | EntriesSpec;
/** True if null in place of the field is no error: it may be left out, and that is what null is taken for (R46). */
export function mayBeNull({ required, refusesNull }: FieldFacts): boolean {
  return required !== true && refusesNull !== true;
}

/** True if a field or a word of a choice exists in a generation. */
export function existsIn(
  spec: { readonly generation?: Generation },
  generation: Generation,
): boolean {
  return spec.generation === undefined || spec.generation === generation;
}

/** Where a field is defined, as issues tell it: `table 11`, or `API Explorer` for what is newer than the page. */
export function sourceOf(spec: FieldFacts): string {
  return spec.table === undefined ? 'API Explorer' : `table ${spec.table}`;
}

/** Field specs under the API's own keys, in the order in which they are shown and judged. */
export type Fields = Readonly<Record<string, FieldSpec>>;
