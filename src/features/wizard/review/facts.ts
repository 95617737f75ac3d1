import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { describePath } from './describe-path.ts';

/** One value of the document, with its name in the words of the form. */
export interface Fact {
  readonly path: Path;
  readonly label: string;
  readonly value: Json;
  /** The field at the path; undefined for a key that the API does not know. */
  readonly spec: FieldSpec | undefined;
}

/** What the facts of a document are made with. */
export interface FactContext {
  readonly root: GroupSpec;
  readonly document: Json;
  readonly translate: (text: Text) => string;
}

/**
 * The values at and below a path, in the order of the form, unknown keys behind known ones. A row that holds only
 * leaves, and a value of an unexpected type, is one fact. Labels begin below `base`.
 */
export function factsAt(context: FactContext, path: Path, base: Path = path): readonly Fact[] {
  const { root, document, translate } = context;
  const facts: Fact[] = [];
  const walk = (value: Json, at: Path) => {
    const spec = specAt(root, at);
    const members = spec && membersOf(spec, value);
    if (members === undefined || (at.length > path.length && isLeafRow(spec, at))) {
      facts.push({
        path: at,
        label: describePath(root, document, at, translate, base.length),
        value,
        spec,
      });
      return;
    }
    for (const key of members) walk(getIn(value, [key])!, [...at, key]);
  };
  const start = getIn(document, path);
  if (start !== undefined) walk(start, path);
  return facts;
}

/** The facts of the members of an object whose keys are in `keys`, each labelled below the object. */
export function factsOf(
  context: FactContext,
  path: Path,
  keys: readonly string[],
): readonly Fact[] {
  return keys.flatMap((key) => factsAt(context, [...path, key], path));
}

/** The keys of an object that the API does not know, in the order of the document. */
export function unknownKeys(
  root: GroupSpec,
  value: Json | undefined,
  path: Path,
): readonly string[] {
  const spec = specAt(root, path);
  if (spec?.kind !== 'group' || !isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key));
}

/** The keys or indexes under which a value holds others that are facts of their own; undefined if it is one fact. */
function membersOf(spec: FieldSpec, value: Json): readonly (string | number)[] | undefined {
  if (spec.kind === 'group' && isJsonObject(value)) return inOrder(spec, value);
  if (spec.kind === 'entries' && isJsonObject(value)) return Object.keys(value);
  if (spec.kind === 'rows' && isJsonList(value) && value.length > 0) return [...value.keys()];
  return undefined;
}

function inOrder(spec: GroupSpec, value: JsonObject): readonly string[] {
  const known = Object.keys(spec.fields).filter((key) => Object.hasOwn(value, key));
  return [...known, ...Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key))];
}

/** The kinds of field that hold other fields. */
const composites: ReadonlySet<FieldSpec['kind']> = new Set(['group', 'rows', 'entries']);

function isLeafRow(spec: FieldSpec | undefined, path: Path): boolean {
  if (spec?.kind !== 'group' || typeof path.at(-1) !== 'number') return false;
  return Object.values(spec.fields).every(({ kind }) => !composites.has(kind));
}

/** One fact for each of `keys` that an object has, however deep its value is. */
export function memberFacts(
  context: FactContext,
  path: Path,
  keys: readonly string[],
): readonly Fact[] {
  const { root, document, translate } = context;
  return keys.flatMap((key) => {
    const at = [...path, key];
    const value = getIn(document, at);
    if (value === undefined) return [];
    const label = describePath(root, document, at, translate, path.length);
    return [{ path: at, label, value, spec: specAt(root, at) }];
  });
}

/** The values below a path that stand under keys the API does not know, except below what `isSkipped`. */
export function unknownFacts(
  context: FactContext,
  path: Path,
  isSkipped: (path: Path) => boolean = () => false,
): readonly Fact[] {
  const { root, document, translate } = context;
  const facts: Fact[] = [];
  const walk = (spec: FieldSpec | undefined, value: Json | undefined, at: Path) => {
    if (isSkipped(at)) return;
    if (spec?.kind === 'rows' && isJsonList(value)) {
      for (const [index, row] of value.entries()) walk(spec.row, row, [...at, index]);
    }
    if (spec?.kind !== 'group' || !isJsonObject(value)) return;
    for (const key of Object.keys(value)) {
      const inside = [...at, key];
      if (Object.hasOwn(spec.fields, key)) walk(spec.fields[key], value[key], inside);
      else
        facts.push({
          path: inside,
          label: describePath(root, document, inside, translate, path.length),
          value: value[key]!,
          spec: undefined,
        });
    }
  };
  walk(specAt(root, path), getIn(document, path), path);
  return facts;
}
