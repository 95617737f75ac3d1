import type { Json } from '#src/json/value.ts';
import type { LeafSpec } from '#src/domain/core/spec/field.ts';

/** What an input shows for a leaf: texts as they are, nothing for an absent key, anything else as JSON. */
export function toText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** True for an object or a list: as text it would be something else. */
export function isStructure(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * What typed text is in the document. Number fields write a number only where it prints back as typed
 * (`08`, `1e3` and `80x` stay text, are shown as such and judged as such); an empty text is undefined, the
 * key goes, unless the field counts an empty text as a value.
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
