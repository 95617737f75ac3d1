/** Splits a printed line into its indent, key, colon and the rest. */
const LINE = /^(\s*)("(?:[^"\\]|\\.)*")?(: )?(.*)$/s;

/** A part of a line with its own color. */
export interface LinePart {
  /** Undefined for brackets and spaces. */
  readonly kind: 'key' | 'text' | 'other' | undefined;
  readonly text: string;
}

/** The parts of a printed line of JSON, in order; joined, they are the line. */
export function splitLine(line: string): readonly LinePart[] {
  const [, indent = '', first = '', colon = '', rest = ''] = LINE.exec(line) ?? [];
  const restKind = /^[{}[\],\s]*$/.test(rest) ? undefined : rest.startsWith('"') ? 'text' : 'other';
  const parts: readonly LinePart[] = [
    { kind: undefined, text: indent },
    { kind: colon ? 'key' : 'text', text: first },
    { kind: undefined, text: colon },
    { kind: restKind, text: rest },
  ];
  return parts.filter(({ text }) => text !== '');
}
