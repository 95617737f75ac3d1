import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/field.ts';
import type { Text } from '#src/domain/core/text.ts';

/** A value in words. */
export interface SaidValue {
  readonly text: string;
  /** How it is set: `wire` for what goes out as written, `words` for ours, `quiet` where there is nothing. */
  readonly tone: 'wire' | 'words' | 'quiet';
}

/** The words around values that no field spec has. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  /** Behind what the service assumes. */
  readonly byDefault: string;
  readonly none: string;
  /** A required value that is not there yet. */
  readonly notFilled: string;
  /** An empty text that counts as a value. */
  readonly emptyText: string;
}

/** Says values of the document in plain words. A value that its field cannot hold is shown as the JSON it is. */
export class ValueSayer {
  readonly #translate: (text: Text) => string;
  readonly #words: ValueWords;

  constructor(translate: (text: Text) => string, words: ValueWords) {
    this.#translate = translate;
    this.#words = words;
  }

  /** One value, all of it in one text. */
  value(value: Json | undefined, spec: FieldSpec | undefined): SaidValue {
    if (value === undefined || (isEmpty(value) && spec)) return this.#nothing(value, spec);
    if (spec?.kind === 'group' && isJsonObject(value)) return words(this.#inline(value, spec));
    if (spec?.kind === 'flag' && typeof value === 'boolean')
      return words(value ? this.#words.yes : this.#words.no);
    if (spec?.kind === 'choice') {
      const option = spec.options.find((one) => one.value === value);
      if (option) return words(this.#translate(option.label));
    }
    if (spec?.kind === 'strings' && isTexts(value))
      return wire(value.map((one) => (isPlainWord(one) ? one : JSON.stringify(one))).join(' '));
    if (typeof value === 'string' && spec) return wire(value + this.#unit(value, spec));
    if (typeof value === 'number' && spec)
      return wire(String(value) + this.#unit(String(value), spec));
    return wire(JSON.stringify(value));
  }

  /** A label in the language of the page. */
  label(label: Text): string {
    return this.#translate(label);
  }

  /** A value behind the label of its field. */
  labelled(value: Json, spec: FieldSpec): SaidValue {
    const said = this.value(value, spec);
    return { ...said, text: `${this.#translate(spec.label)} ${said.text}` };
  }

  /** What the service assumes for a switch that is not set. */
  assumed(isOn: boolean): SaidValue {
    const word = isOn ? this.#words.yes : this.#words.no;
    return { text: `${word} ${this.#words.byDefault}`, tone: 'quiet' };
  }

  /** The members of an object in one line: `Label key app · Operator In (attracts)`. */
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

  #nothing(value: Json | undefined, spec: FieldSpec | undefined): SaidValue {
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

/** True for a text that needs no quotes to be seen as one. */
function isPlainWord(text: string): boolean {
  return /^[^\s"'\\]+$/.test(text);
}

function words(text: string): SaidValue {
  return { text, tone: 'words' };
}

function wire(text: string): SaidValue {
  return { text, tone: 'wire' };
}
