import { linesOfPath } from '#src/document/line-paths.ts';
import { countLines } from '#src/document/lines.ts';
import { getIn } from '#src/json/get-in.ts';
import { isWithin, type Key, type Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { firstLine, fitBlock, numberLines } from './line-elements.ts';

/** Without a focused field, the overview shows the list of containers. */
const OVERVIEW: Path = ['deployment', 'template'];

/** Which values the user folded and unfolded. */
export interface FoldChoice {
  /** Everything beside the focused value is folded. */
  readonly foldsRest: boolean;
  /** Single values that were folded (true) or unfolded (false), by {@link foldKey}. */
  readonly single: ReadonlyMap<string, boolean>;
}

export const noFolds: FoldChoice = { foldsRest: false, single: new Map() };

export const foldKey = (path: Path): string => JSON.stringify(path);

/** The paths of folded values, outermost first. Those around `focused` are not folded. */
export function foldedPaths(
  document: Json,
  { foldsRest, single }: FoldChoice,
  focused: Path | undefined,
): readonly Path[] {
  const folded: Path[] = [];
  const add = (path: Path) => {
    if (single.get(foldKey(path)) !== false) folded.push(path);
  };
  if (foldsRest) {
    const open = focused ?? OVERVIEW;
    for (let length = 0; length < open.length; length++)
      for (const key of keysOfParts(getIn(document, open.slice(0, length))))
        if (key !== open[length]) add([...open.slice(0, length), key]);
    if (focused === undefined)
      for (const key of keysOfParts(getIn(document, open))) add([...open, key]);
  }
  for (const [key, isFolded] of single) {
    const path = JSON.parse(key) as Path;
    if (isFolded && !(focused && isWithin(focused, path))) folded.push(path);
  }
  return folded.toSorted((one, other) => one.length - other.length);
}

/** The innermost value with several lines that contains `path`; undefined for the whole document. */
export function foldableAt(document: Json, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--)
    if (isFoldable(getIn(document, path.slice(0, length)))) return path.slice(0, length);
  return undefined;
}

/**
 * Hides the lines of folded values, after their first. The lines stay in the text: they are only without height. `word`
 * is the note after the first line. Texts that are rendered in parts have no folds.
 */
export function applyFolds(
  pre: Element,
  document: Json,
  paths: readonly Path[],
  word: (name: string, lines: number) => string,
): void {
  const blocks = [...pre.children] as HTMLElement[];
  const lines = blocks.flatMap((block) => [...block.children]) as HTMLElement[];
  const hidden = new Set<HTMLElement>();
  const notes = new Map<HTMLElement, string>();
  for (const path of pre.hasAttribute('data-long') ? [] : paths) {
    const range = linesOfPath(document, path);
    const first = range && lines[range.from];
    if (range === undefined || first === undefined || hidden.has(first)) continue;
    const count = range.end - range.from - 1;
    if (count < 1) continue;
    notes.set(first, word(nameOf(getIn(document, path)), count));
    for (const line of lines.slice(range.from + 1, range.end)) hidden.add(line);
  }
  for (const line of lines) {
    line.toggleAttribute('data-hidden', hidden.has(line));
    const note = notes.get(line);
    if (note === undefined) delete line.dataset['fold'];
    else if (line.dataset['fold'] !== note) line.dataset['fold'] = note;
  }
  for (const block of blocks) fitBlock(block, [...block.children]);
  numberLines(pre, lines, firstLine(pre));
}

/** The keys of members with several lines. */
function keysOfParts(value: Json | undefined): readonly Key[] {
  if (isJsonList(value)) return [...value.keys()].filter((index) => isFoldable(value[index]));
  if (isJsonObject(value)) return Object.keys(value).filter((key) => isFoldable(value[key]));
  return [];
}

function isFoldable(value: Json | undefined): boolean {
  return value !== undefined && countLines(value) > 1;
}

function nameOf(value: Json | undefined): string {
  const name = getIn(value, ['name']) ?? getIn(value, ['key']);
  return typeof name === 'string' ? name : '';
}
