import { shown } from '../characters/characters.ts';
import type { Issue } from '../issue.ts';
import type { Path } from '#src/json/path.ts';
import type { Text } from '../text.ts';
import type { TextPlace } from './text-lines.ts';
import { visitJson } from './visit-json.ts';

/** An issue of the text itself, which is gone once it is parsed, with its offset in UTF-16 units. */
export interface TextIssue {
  readonly offset: number;
  readonly issue: Issue;
}

/** What was found, as far as it is held, and how much more there is. */
export interface TextIssues {
  readonly found: readonly TextIssue[];
  readonly more: number;
}

/** An object or list that is open at some place of the text. */
interface Level {
  readonly seen: Map<string, number> | undefined;
  at: string | number;
}

/**
 * Keys that an object has more than once, each further one with the line of the one before. JSON.parse keeps the last
 * value silently, so no code behind it can tell. A warning, as RFC 8259 only says that names should be unique.
 * `text` must be what JSON.parse takes; at most `most` are held. `placeOf` is of that text (createLines).
 */
export function findDuplicateKeys(
  text: string,
  placeOf: (offset: number) => TextPlace,
  most: number,
): TextIssues {
  const found: TextIssue[] = [];
  const levels: Level[] = [];
  let more = 0;
  const next = () => {
    const level = levels.at(-1);
    if (typeof level?.at === 'number') level.at += 1;
  };
  visitJson(text, {
    enter(isList) {
      next();
      levels.push(isList ? { seen: undefined, at: -1 } : { seen: new Map(), at: '' });
    },
    leave: () => void levels.pop(),
    scalar: next,
    key(name, offset) {
      const level = levels.at(-1);
      if (level?.seen === undefined) return;
      level.at = name;
      const before = level.seen.get(name);
      level.seen.set(name, offset);
      if (before === undefined) return;
      if (found.length >= most) more += 1;
      else {
        const path = levels.map(({ at }) => at);
        found.push({ offset, issue: issueOf(path, duplicateKey(name, placeOf(before).line)) });
      }
    },
  });
  return { found, more };
}

function issueOf(path: Path, message: Text): Issue {
  return { path, severity: 'warning', message, source: 'RFC 8259, section 4' };
}

/** `line` is where the key before it is. */
function duplicateKey(name: string, line: number): Text {
  const short = shown(name);
  return {
    en: `“${short}” stands in this object more than once: the value in line ${line} is not used. Keep one of them.`,
    zh: `“${short}”在此对象中重复出现，第 ${line} 行的值不会生效，请只保留一个。`,
  };
}

/** A byte order mark before a JSON text, which programs drop or choke on. */
export const byteOrderMark: Issue = {
  path: [],
  severity: 'note',
  message: {
    en: 'The text begins with a byte order mark, which JSON does not have. It is ignored here; some programs refuse it.',
    zh: '文本以字节顺序标记（BOM）开头，JSON 中不应包含。此处已忽略，但部分程序会拒绝。',
  },
  source: 'RFC 8259, section 8.1',
};
