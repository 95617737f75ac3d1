import { noteSource } from '#src/domain/core/json-text/forbidden-keys.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Context } from '#src/domain/core/context.ts';
import { byteOrderMark, findDuplicateKeys } from '#src/domain/core/json-text/text-issues.ts';
import { createLines, type TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { parseJsonText } from './json-text.ts';
import { findOffsets } from './find-offsets.ts';
import type { FileFault } from '../program/read-file.ts';

/** An issue with its place in the text. */
export interface TextProblem extends TextPlace {
  readonly issue: Issue;
}

/** The problems of a text in the order of its lines, or why it cannot be checked. */
export type Verdict =
  | {
      readonly problems: readonly TextProblem[];
      /** Duplicate keys beyond the first MAX_DUPLICATES. */
      readonly moreWarnings: number;
    }
  | { readonly fault: FileFault };

/** Limits the memory, as a text can have as many duplicate keys as values. */
const MAX_DUPLICATES = 10_000;

/** Validates a text as the body of a create request. `hasMark`: it began with a byte order mark. */
export function validateText(text: string, context: Context, hasMark = false): Verdict {
  const json = parseJsonText(text);
  if (!('value' in json)) {
    return { fault: { ...createLines(text)(json.offset), message: json.message } };
  }
  const placeOf = createLines(text);
  const { found, more } = findDuplicateKeys(text, placeOf, MAX_DUPLICATES);
  noteSource(json.value, text);
  const issues = validate(json.value, context);
  const offsets = findOffsets(
    text,
    issues.map(({ path }) => path),
  );
  const mark = hasMark ? [{ issue: byteOrderMark, offset: 0 }] : [];
  const all = [
    ...mark,
    ...found,
    ...issues.map((issue, index) => ({ issue, offset: offsets[index]! })),
  ];
  all.sort((a, b) => a.offset - b.offset);
  return {
    problems: all.map(({ offset, issue }) => ({ ...placeOf(offset), issue })),
    moreWarnings: more,
  };
}
