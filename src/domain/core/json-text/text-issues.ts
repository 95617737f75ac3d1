import { shown } from '../characters/characters.ts';
import type { Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';
import type { Text } from '../text.ts';
import type { TextPlace } from './text-lines.ts';
import { visitJson } from './visit-json.ts';

/** An issue of the JSON text that parsing hides, with its offset in UTF-16 units. */
export interface TextIssue {
  readonly offset: number;
  readonly issue: Issue;
}

/** The first issues, and the number of further ones. */
export interface TextIssues {
  readonly found: readonly TextIssue[];
  readonly more: number;
}

/** An object or list that is open at the current offset. */
interface Level {
  readonly seen: Map<string, number> | undefined;
  key: string | number;
}

/**
 * Warns about duplicate keys of an object, with the line of the previous one. JSON.parse silently keeps the last value.
 * Only a warning, because RFC 8259 says that names should be unique.
 * `text` must be valid JSON; at most `max` issues are returned. `placeOf` must belong to the text (createLines).
 */
export function findDuplicateKeys(
  text: string,
  placeOf: (offset: number) => TextPlace,
  max: number,
): TextIssues {
  const found: TextIssue[] = [];
  const levels: Level[] = [];
  let more = 0;
  const next = () => {
    const level = levels.at(-1);
    if (typeof level?.key === 'number') level.key += 1;
  };
  visitJson(text, {
    enter(isList) {
      next();
      levels.push(isList ? { seen: undefined, key: -1 } : { seen: new Map(), key: '' });
    },
    leave: () => void levels.pop(),
    scalar: next,
    key(name, offset) {
      const level = levels.at(-1);
      if (level?.seen === undefined) return;
      level.key = name;
      const before = level.seen.get(name);
      level.seen.set(name, offset);
      if (before === undefined) return;
      if (found.length >= max) more += 1;
      else {
        const path = levels.map(({ key }) => key);
        found.push({ offset, issue: issueOf(path, duplicateKey(name, placeOf(before).line)) });
      }
    },
  });
  return { found, more };
}

function issueOf(path: Path, message: Text): Issue {
  return { path, severity: 'warning', message, source: 'RFC 8259, section 4' };
}

/** `line` is that of the previous key. */
function duplicateKey(name: string, line: number): Text {
  const short = shown(name);
  return {
    en: `“${short}” appears more than once in this object, and the value on line ${line} is ignored. Keep only one.`,
    zh: `“${short}”在此对象中重复出现，第 ${line} 行的值不会生效，请只保留一个。`,
  };
}

export const byteOrderMark: Issue = {
  path: [],
  severity: 'note',
  message: {
    en: 'The text starts with a byte order mark, which JSON does not allow. It is ignored here, but some programs reject it.',
    zh: '文本以字节顺序标记（BOM）开头，JSON 中不应包含。此处已忽略，但部分程序会拒绝。',
  },
  source: 'RFC 8259, section 8.1',
};
