import { isWithin, type Path } from '#src/json/path.ts';
import { asList, asObject, isJsonObject, type Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/field.ts';
import { isIdentifier, likeness } from './likeness.ts';

/** More places than this are no help. */
const MAX_LINKS = 5;
/** A message is read this far. */
const MAX_MESSAGE = 2000;
/** So many names of it are tried. */
const MAX_NAMES = 60;

/** Keys of the API that messages also use in another sense. */
const wordsOfEveryMessage = new Set(
  'request requests limit limits value values key keys type types path source version'.split(' '),
);

/** A place of the document that a message may mean. */
interface Spot {
  readonly path: Path;
  /** False for a field that could stand there and does not. */
  readonly isPresent: boolean;
}

/** A way to name a place: keys and indexes as they were said. */
type Said = readonly (string | number)[];

/**
 * The places of the document that an error message names, for leading the person there: by a path as programs
 * write it, however misspelt, else by a name alone. `field` is the key the error code itself is about. Empty if
 * the message names nothing, or so much that it is as good as nothing.
 */
export function placesInAnswer(
  message: string,
  root: GroupSpec,
  document: Json,
  field?: string,
): readonly Path[] {
  const text = message.slice(0, MAX_MESSAGE);
  const spots = spotsOf(root, document);
  const head = /^\s*["']?([A-Za-z_]\w*)["']?\s*:\s/.exec(text)?.[1];
  const atRoot = head === undefined ? undefined : rootSpot(spots, head);
  if (atRoot !== undefined) return [atRoot];
  for (const said of pathsIn(text)) {
    const found = fit(spots, said, 1);
    if (found.length > 0) return gather(found);
  }
  for (const said of namesIn(text)) {
    const found = gather(fit(spots, said, 2.5));
    if (found.length > 0) return found;
  }
  if (field === undefined) return [];
  const own = rootSpot(spots, field);
  return own === undefined ? gather(fit(spots, [field], 4)) : [own];
}

/** Every field of the document, and every one that could be there beside its neighbours. */
function spotsOf(root: GroupSpec, document: Json): readonly Spot[] {
  const spots: Spot[] = [];
  const visit = (spec: FieldSpec, value: unknown, path: Path) => {
    if (path.length > 0) spots.push({ path, isPresent: value !== undefined });
    if (spec.kind === 'group') {
      for (const [key, member] of Object.entries(spec.fields))
        visit(member, isJsonObject(value) ? asObject(value)[key] : undefined, [...path, key]);
    } else if (spec.kind === 'rows') {
      asList(value).forEach((row, at) => visit(spec.row, row, [...path, at]));
    }
  };
  visit(root, document, []);
  return spots;
}

function rootSpot(spots: readonly Spot[], said: string): Path | undefined {
  return spots.find(({ path }) => path.length === 1 && likeness(said, String(path[0])) >= 2.5)
    ?.path;
}

/** The paths a message writes out: `a.b[0].c`, `a/0/c`, `$["a"]`, each with its shorter beginnings and ends. */
function* pathsIn(text: string): Generator<Said> {
  const written = text.matchAll(
    /(?:\$|\/?[A-Za-z_][\w-]*)(?:(?:\.|\/)\w[\w-]*|\[["']?[\w-]+["']?\])+/g,
  );
  for (const [match] of written) {
    if (/^(?:https?|ftp)\b|^\/\//.test(match) || text.includes(`//${match}`)) continue;
    const keys = (match.match(/[\w-]+/g) ?? []).map((key) =>
      /^\d+$/.test(key) ? Number(key) : key,
    );
    for (let length = keys.length; length >= 2; length--) {
      yield keys.slice(0, length);
      // Other programs begin elsewhere: `body.deployment...`, `spec.containers...`.
      for (let from = 1; from <= 2 && length - from >= 2; from++) yield keys.slice(from, length);
    }
  }
}

/** The names a message drops: what looks like a field anywhere, then words beside each other, then single ones. */
function* namesIn(text: string): Generator<Said> {
  const names = (text.match(/[A-Za-z][\w-]*/g) ?? []).slice(0, MAX_NAMES);
  for (const name of names) if (isIdentifier(name)) yield [name];
  for (let at = 0; at + 1 < names.length; at++) {
    if (!new RegExp(`${names[at]}["'’]?s? +["']?${names[at + 1]}`).test(text)) continue;
    yield [`${names[at]}_${names[at + 1]}`];
    yield [names[at]!, names[at + 1]!];
  }
  for (const name of names)
    if (name.length >= 3 && !wordsOfEveryMessage.has(name.toLowerCase())) yield [name];
}

/** The spots whose path has all that was said in its order and ends with it; those that are like it most. */
function fit(spots: readonly Spot[], said: Said, least: number): readonly Spot[] {
  let best = 0;
  let found: Spot[] = [];
  for (const spot of spots) {
    const score = scoreOf(spot.path, said, least);
    if (score <= 0 || score < best) continue;
    if (score > best) found = [];
    best = score;
    found.push(spot);
  }
  const present = found.filter(({ isPresent }) => isPresent);
  return present.length > 0 ? present : found;
}

/** From the end backwards, so that what was left out of a message is left out at the front. */
function scoreOf(path: Path, said: Said, least: number): number {
  let at = path.length - 1;
  let score = 0;
  for (let nth = said.length - 1; nth >= 0; nth--) {
    const part = said[nth]!;
    if (typeof part === 'number') {
      if (path[at] !== part) return 0;
      score += 4;
      at--;
      continue;
    }
    let alike = 0;
    let skipped = -1;
    // An index may go unsaid, and so may levels in between; not the last one.
    do {
      const key = path[at];
      alike = typeof key === 'string' ? likeness(part, key) : 0;
      at--;
      skipped++;
    } while (alike < least && at >= 0 && nth < said.length - 1);
    if (alike < least) return 0;
    score += alike - skipped / 100;
  }
  return score;
}

/** One place for many: the list they share, or one for each list they are in. Nothing if they share no more than the document. */
function gather(spots: readonly Spot[]): readonly Path[] {
  const paths = spots.map(({ path }) => path);
  if (paths.length <= 1) return paths.filter(isUseful);
  const lists = paths.map((path) =>
    path.slice(
      0,
      path.findLastIndex((key) => typeof key === 'number'),
    ),
  );
  const distinct = lists.filter(
    (list, at) => lists.findIndex((one) => isWithin(list, one) && isWithin(one, list)) === at,
  );
  const useful = distinct.filter(isUseful);
  return useful.length < distinct.length || useful.length > MAX_LINKS ? [] : useful;
}

/** The outer objects are the form as a whole. */
function isUseful(path: Path): boolean {
  return path.length > (path[0] !== 'deployment' ? 0 : path[1] === 'template' ? 2 : 1);
}
