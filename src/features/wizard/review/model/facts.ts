import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { FieldSpec, GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { describePath } from './describe-path.ts';

/** One value of the document with its label. */
export interface Fact {
  readonly path: Path;
  readonly label: string;
  readonly value: Json;
  /** Undefined for a key that is not part of the API. */
  readonly spec: FieldSpec | undefined;
}

export interface FactContext {
  readonly root: GroupSpec;
  readonly document: Json;
  readonly translate: (text: Text) => string;
}

/**
 * The values at and below a path in the order of the form, unknown keys last. A row that contains only leaves is one
 * fact, and so is a value of an unexpected type. Labels are relative to `base`.
 */
export function factsAt(context: FactContext, path: Path, base: Path = path): readonly Fact[] {
  const { root, document, translate } = context;
  const facts: Fact[] = [];
  const walk = (value: Json, current: Path) => {
    const spec = specAt(root, current);
    const members = spec && membersOf(spec, value);
    if (members === undefined || (current.length > path.length && isLeafRow(spec, current))) {
      facts.push({
        path: current,
        label: describePath(root, document, current, translate, base.length),
        value,
        spec,
      });
      return;
    }
    for (const key of members) walk(getIn(value, [key])!, [...current, key]);
  };
  const start = getIn(document, path);
  if (start !== undefined) walk(start, path);
  return facts;
}

/** The facts of the given members of an object. Labels are relative to the object. */
export function factsOf(
  context: FactContext,
  path: Path,
  keys: readonly string[],
): readonly Fact[] {
  return keys.flatMap((key) => factsAt(context, [...path, key], path));
}

/** The keys of an object that are not part of the API, in document order. */
export function unknownKeys(
  root: GroupSpec,
  value: Json | undefined,
  path: Path,
): readonly string[] {
  const spec = specAt(root, path);
  if (spec?.kind !== 'group' || !isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key));
}

/** The keys or indexes of members that become separate facts; undefined if the value is one fact. */
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

/** Field kinds that contain other fields. */
const composites: ReadonlySet<FieldSpec['kind']> = new Set(['group', 'rows', 'entries']);

function isLeafRow(spec: FieldSpec | undefined, path: Path): boolean {
  if (spec?.kind !== 'group' || typeof path.at(-1) !== 'number') return false;
  return Object.values(spec.fields).every(({ kind }) => !composites.has(kind));
}

/** One fact for each of `keys` that the object has, even if the value is nested. */
export function memberFacts(
  context: FactContext,
  path: Path,
  keys: readonly string[],
): readonly Fact[] {
  const { root, document, translate } = context;
  return keys.flatMap((key) => {
    const memberPath = [...path, key];
    const value = getIn(document, memberPath);
    if (value === undefined) return [];
    const label = describePath(root, document, memberPath, translate, path.length);
    return [{ path: memberPath, label, value, spec: specAt(root, memberPath) }];
  });
}

/** The values of unknown keys below a path, without the subtrees that `isSkipped` selects. */
export function unknownFacts(
  context: FactContext,
  path: Path,
  isSkipped: (path: Path) => boolean = () => false,
): readonly Fact[] {
  const { root, document, translate } = context;
  const facts: Fact[] = [];
  const walk = (spec: FieldSpec | undefined, value: Json | undefined, current: Path) => {
    if (isSkipped(current)) return;
    if (spec?.kind === 'rows' && isJsonList(value)) {
      for (const [index, row] of value.entries()) walk(spec.row, row, [...current, index]);
    }
    if (spec?.kind !== 'group' || !isJsonObject(value)) return;
    for (const key of Object.keys(value)) {
      const inside = [...current, key];
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
