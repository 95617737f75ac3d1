import { visit, type JSONPath } from 'jsonc-parser';
import { toPointer } from '#src/json/path.ts';

/** The lines of all values of a JSON text, counted from 1, by JSON pointer. The last of two equal keys counts. */
export function readLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const add = (line: number, pathOf: () => JSONPath) => {
    lines.set(toPointer(pathOf()), line + 1);
  };
  visit(text, {
    onObjectBegin: (_offset, _length, line, _character, pathOf) => add(line, pathOf),
    onArrayBegin: (_offset, _length, line, _character, pathOf) => add(line, pathOf),
    onLiteralValue: (_value, _offset, _length, line, _character, pathOf) => add(line, pathOf),
  });
  return lines;
}
