import { formatPath, isWithin, type Path } from '#src/json/path.ts';
import { asList, asObject, type Json } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';

const MAX_LINKS = 5;
/** Only this much of a message is searched. */
const MAX_MESSAGE = 2000;

/** API keys that are also ordinary words in messages. */
const ordinaryWords = new Set(
  'request requests limit limits value values key keys type types path source version'.split(' '),
);

/** A field that the message may mean: one in the document, or one that could be added to it. */
interface Candidate {
  readonly path: Path;
  readonly isPresent: boolean;
}

/**
 * The paths in the document that an error message names, as an exact path (`a.b[0].c`, `/a/b/0/c`) or an exact key.
 * `field` is the key that the error code is about. Empty if the message names nothing in the document.
 */
export function placesInAnswer(
  message: string,
  root: GroupSpec,
  document: Json,
  field?: string,
): readonly Path[] {
  const text = message.slice(0, MAX_MESSAGE);
  const candidates = candidatesIn(root, document);
  const rootKey = /^\s*["']?(\w+)["']?\s*:\s/.exec(text)?.[1];
  if (rootKey !== undefined && Object.hasOwn(root.fields, rootKey) && isLink([rootKey]))
    return [[rootKey]];
  for (const written of pathsIn(text)) {
    const matches = candidates.filter(({ path }) => formatPath(path) === formatPath(written));
    if (matches.length > 0) return linksTo(matches);
  }
  for (const [key] of text.matchAll(/[A-Za-z]\w*/g)) {
    const links = ordinaryWords.has(key) ? [] : linksTo(withKey(candidates, key));
    if (links.length > 0) return links;
  }
  if (field === undefined) return [];
  return Object.hasOwn(root.fields, field) ? [[field]] : linksTo(withKey(candidates, field));
}

function candidatesIn(root: GroupSpec, document: Json): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const visit = (spec: FieldSpec, value: unknown, path: Path) => {
    if (path.length > 0) candidates.push({ path, isPresent: value !== undefined });
    if (spec.kind === 'group') {
      for (const [key, member] of Object.entries(spec.fields))
        visit(member, asObject(value)[key], [...path, key]);
    } else if (spec.kind === 'rows') {
      asList(value).forEach((row, index) => visit(spec.row, row, [...path, index]));
    }
  };
  visit(root, document, []);
  return candidates;
}

/** The paths in a message, each followed by its parents, because it may go deeper than the form. */
function* pathsIn(text: string): Generator<Path> {
  const written = text.matchAll(/(?:\$|\/?[A-Za-z_]\w*)(?:[./]\w+|\[["']?\w+["']?\])+/g);
  for (const [match] of written) {
    const keys = (match.match(/\w+/g) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    for (let length = keys.length; length >= 2; length--) yield keys.slice(0, length);
  }
}

function withKey(candidates: readonly Candidate[], key: string): readonly Candidate[] {
  const matches = candidates.filter(({ path }) => path.at(-1) === key);
  const present = matches.filter(({ isPresent }) => isPresent);
  return present.length > 0 ? present : matches;
}

/** One link for a single path, otherwise one for each list that contains the paths; none if that is not specific. */
function linksTo(candidates: readonly Candidate[]): readonly Path[] {
  const paths = candidates.map(({ path }) => path);
  if (paths.length <= 1) return paths.filter(isLink);
  const lists = paths.map((path) =>
    path.slice(
      0,
      path.findLastIndex((key) => typeof key === 'number'),
    ),
  );
  const distinct = lists.filter(
    (list, index) =>
      lists.findIndex((other) => isWithin(list, other) && isWithin(other, list)) === index,
  );
  const links = distinct.filter(isLink);
  return links.length < distinct.length || links.length > MAX_LINKS ? [] : links;
}

/** False for the outer objects, which are the whole form. */
function isLink(path: Path): boolean {
  return path.length > (path[0] !== 'deployment' ? 0 : path[1] === 'template' ? 2 : 1);
}
