import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';

export interface FormattedValue {
  readonly text: string;
  /** `wire`: sent as written. `words`: our wording. `quiet`: no value. */
  readonly tone: 'wire' | 'words' | 'quiet';
}

/** Wording for values that no field spec contains. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  /** Follows the default that the service uses. */
  readonly byDefault: string;
  readonly none: string;
  /** A required value that is missing. */
  readonly notFilled: string;
  /** Empty text that counts as a value. */
  readonly emptyText: string;
}

/** Formats values of the document in words. Values that do not fit their field are shown as JSON. */
export class ValueFormatter {
  readonly #translate: (text: Text) => string;
  readonly #words: ValueWords;

  constructor(translate: (text: Text) => string, words: ValueWords) {
    this.#translate = translate;
    this.#words = words;
  }

  value(value: Json | undefined, spec: FieldSpec | undefined): FormattedValue {
    if (value === undefined || (isEmpty(value) && spec)) return this.#nothing(value, spec);
    const byKind = spec && this.#byKind(value, spec);
    if (byKind !== undefined) return byKind;
    if (spec && (typeof value === 'string' || typeof value === 'number'))
      return wire(`${value}${this.#unit(String(value), spec)}`);
    return wire(JSON.stringify(value));
  }

  /** Formats a value by its field kind; undefined if the kind has no special format. */
  #byKind(value: Json, spec: FieldSpec): FormattedValue | undefined {
    switch (spec.kind) {
      case 'group':
        return isJsonObject(value) ? words(this.#inline(value, spec)) : undefined;
      case 'flag':
        if (typeof value !== 'boolean') return undefined;
        return words(value ? this.#words.yes : this.#words.no);
      case 'choice': {
        const option = spec.options.find((candidate) => candidate.value === value);
        return option && words(this.#translate(option.label));
      }
      case 'strings':
        return isTexts(value) ? wire(value.map(quoteUnlessPlain).join(' ')) : undefined;
      default:
        return undefined;
    }
  }

  label(label: Text): string {
    return this.#translate(label);
  }

  /** A value preceded by the label of its field. */
  labelled(value: Json, spec: FieldSpec): FormattedValue {
    const formatted = this.value(value, spec);
    return { ...formatted, text: `${this.#translate(spec.label)} ${formatted.text}` };
  }

  /** The default that the service uses for a switch that is not set. */
  assumed(isOn: boolean): FormattedValue {
    const word = isOn ? this.#words.yes : this.#words.no;
    return { text: `${word} ${this.#words.byDefault}`, tone: 'quiet' };
  }

  /** The members of an object on one line: `Label key app · Operator In (attracts)`. */
  #inline(value: Record<string, Json>, spec: GroupSpec): string {
    const known = Object.keys(spec.fields).filter((key) => Object.hasOwn(value, key));
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key));
    return [...known, ...unknown]
      .map((key) => {
        const field = known.includes(key) ? spec.fields[key] : undefined;
        const label = field ? this.#translate(field.label) : key;
        const { text } = this.value(value[key], field);
        return field?.kind === 'group' ? `${label} (${text})` : `${label} ${text}`;
      })
      .join(' · ');
  }

  #nothing(value: Json | undefined, spec: FieldSpec | undefined): FormattedValue {
    const takesEmptyText = spec?.kind === 'text' && spec.minLength === 0;
    const isText = value === '';
    if (isText && (takesEmptyText || spec?.kind === 'entries'))
      return { text: this.#words.emptyText, tone: 'quiet' };
    const text = isText || spec?.required ? this.#words.notFilled : this.#words.none;
    return { text, tone: 'quiet' };
  }

  #unit(value: string, spec: FieldSpec): string {
    if (!('unit' in spec) || spec.unit === undefined) return '';
    const unit = this.#translate(spec.unit);
    const isOne = value === '1' && unit.length > 2;
    return ` ${isOne ? unit.replace(/s$/, '') : unit}`;
  }
}

function isEmpty(value: Json): boolean {
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return value === '' || value === null || (isJsonList(value) && value.length === 0);
}

function isTexts(value: Json): value is readonly string[] {
  return isJsonList(value) && value.every((member) => typeof member === 'string');
}

/** Adds quotes only if the text could be read as several words. */
function quoteUnlessPlain(text: string): string {
  return /^[^\s"'\\]+$/.test(text) ? text : JSON.stringify(text);
}

function words(text: string): FormattedValue {
  return { text, tone: 'words' };
}

function wire(text: string): FormattedValue {
  return { text, tone: 'wire' };
}
