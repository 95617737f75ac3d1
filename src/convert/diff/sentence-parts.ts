import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isJsonList, type Json } from '#src/json/value.ts';

/** The most characters of a value in a sentence. */
const MAX_VALUE = 60;

/** Joins parts of a Chinese sentence, with a space between Chinese and Latin characters. */
export function joinText(...parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    const before = text.at(-1) ?? '';
    const after = part.at(0) ?? '';
    const needsSpace = (isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after));
    text += needsSpace ? ` ${part}` : part;
  }
  return text;
}

export function inQuotes(text: string): string {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, ' ⏎ ');
  const letters = [...line];
  const short = letters.length > MAX_VALUE ? `${letters.slice(0, MAX_VALUE).join('')}…` : line;
  return `“${short}”`;
}

/** A value as a sentence shows it: text in quotation marks, amounts with their unit. */
export function valueText(value: Json, spec: FieldSpec | undefined): Text {
  const unit = spec?.kind === 'amount' || spec?.kind === 'integer' ? spec.unit : undefined;
  if (unit !== undefined && (typeof value === 'string' || typeof value === 'number')) {
    const amount = String(value);
    const isOne = amount === '1' && unit.en.length > 1;
    return {
      en: `${amount} ${isOne ? unit.en.replace(/s$/, '') : unit.en}`,
      zh: `${amount} ${unit.zh}`,
    };
  }
  const text = plainText(value);
  return { en: text, zh: text };
}

function plainText(value: Json): string {
  if (typeof value === 'string') return inQuotes(value);
  const isWords = isJsonList(value) && value.every((word) => typeof word === 'string');
  if (isWords && value.length > 0) return inQuotes(value.join(' '));
  const text = JSON.stringify(value);
  return typeof value === 'object' && value !== null ? inQuotes(text) : text;
}

function isHan(letter: string): boolean {
  return /\p{Script=Han}/u.test(letter);
}

function isLatin(letter: string): boolean {
  return /[A-Za-z0-9]/.test(letter);
}
