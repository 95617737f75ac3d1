import type { Json } from '#src/json/value.ts';
import type { LeafSpec } from '#src/domain/core/spec/field.ts';

/** The text an input shows for a value: strings unchanged, empty for an absent key, JSON for anything else. */
export function toText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** True for an object or a list, which an input can only show. */
export function isStructure(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * The value that typed text becomes in the document. A number field writes a number only if it prints back exactly as
 * typed: `08`, `1e3` and `80x` stay text, which the check then reports. An empty text is undefined, which removes the
 * key, unless `keepsEmpty`.
 */
export function fromText(text: string, spec: LeafSpec, keepsEmpty: boolean): Json | undefined {
  if (text === '') return keepsEmpty ? '' : undefined;
  if (
    spec.kind === 'integer' &&
    String(Number(text)) === text &&
    text !== 'NaN' &&
    !text.endsWith('Infinity')
  )
    return Number(text);
  return text;
}
