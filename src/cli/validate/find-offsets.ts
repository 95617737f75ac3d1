import type { Path } from '#src/json/path.ts';
import { visitJson } from '#src/domain/core/json-text/visit-json.ts';

/** A part of the text that a path leads through. */
interface Part {
  readonly parts: Map<string | number, Part>;
  /** Which visit of the part it was, and in which visit of the part above it: a later key replaces an earlier one. */
  visit: number;
  within: number;
  value: number;
  /** Of its key, or of the value itself if it has no key. */
  holder: number;
}

/**
 * The offsets of the values at paths, in one walk over the text. For a missing value, that of its nearest existing
 * ancestor: of its key, or of its opening bracket if it has no key. `text` must be valid for JSON.parse.
 */
export function findOffsets(text: string, paths: readonly Path[]): number[] {
  const root = createPart();
  for (const path of paths) {
    let part = root;
    for (const key of path) {
      let next = part.parts.get(key);
      if (next === undefined) part.parts.set(key, (next = createPart()));
      part = next;
    }
  }
  mark(text, root);
  return paths.map((path) => {
    let found = root;
    for (const key of path) {
      const next = found.parts.get(key);
      if (next === undefined || next.within !== found.visit) return found.holder;
      found = next;
    }
    return found.value;
  });
}

function createPart(): Part {
  return { parts: new Map(), visit: 0, within: -1, value: 0, holder: 0 };
}

/** An open object or list: its part, if a path leads there, and the key or index that comes next. */
interface Level {
  readonly part: Part | undefined;
  readonly isList: boolean;
  key: string | number;
  keyOffset: number;
}

function mark(text: string, root: Part): void {
  const levels: Level[] = [];
  let visits = 0;
  const begin = (offset: number): Part | undefined => {
    const level = levels.at(-1);
    const part = level === undefined ? root : level.part?.parts.get(level.key);
    if (part !== undefined) {
      visits += 1;
      part.visit = visits;
      part.within = level?.part?.visit ?? -1;
      part.value = offset;
      part.holder = level === undefined || level.isList ? offset : level.keyOffset;
    }
    if (typeof level?.key === 'number') level.key += 1;
    return part;
  };
  visitJson(text, {
    enter(isList, offset) {
      const part = begin(offset);
      levels.push({ part, isList, key: isList ? 0 : '', keyOffset: 0 });
    },
    leave: () => void levels.pop(),
    scalar: (offset) => void begin(offset),
    key(name, offset) {
      const level = levels.at(-1);
      if (level !== undefined) [level.key, level.keyOffset] = [name, offset];
    },
  });
}
