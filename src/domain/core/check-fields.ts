import {
  existsIn,
  PAGE_GENERATION,
  sourceOf,
  type EntriesSpec,
  type FieldSpec,
  type GroupSpec,
  type LeafSpec,
  type RowsSpec,
} from './field.ts';
import type { Issue } from './issue.ts';
import { asObject, has, isObject } from './json.ts';
import { emptyList, foreignField, missing, mistyped } from './limit-words.ts';
import type { Path } from './path.ts';
import type { Generation } from './rule.ts';

/** A list of issues whose paths begin at the value they were found in. */
type Relative = readonly Issue[];

const clean: Relative = Object.freeze([]);

/** What objects were found to hold, per spec. */
type Memory = WeakMap<GroupSpec, WeakMap<object, Relative>>;

/**
 * A body shares every object that an edit did not touch with the body before, so only the edited row and
 * its parents are looked at again. Right as long as no body is changed in place; the document store
 * freezes its bodies outside production.
 */
const memories: Readonly<Record<Generation, Memory>> = {
  '2024-04': new WeakMap(),
  '2025': new WeakMap(),
};

/**
 * The issues of one value against its spec, paths relative to the value. Unknown keys are not looked at;
 * a field that only another generation has gets a warning, as do problems inside it.
 * Never throws; the depth it walks is that of the spec, however deep the value is.
 */
export function checkField(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation = PAGE_GENERATION,
): Relative {
  switch (spec.kind) {
    case 'group':
      return checkGroup(spec, value, owner, generation);
    case 'rows':
      return checkRows(spec, value, owner, generation);
    case 'entries':
      return checkEntries(spec, value, owner);
    default:
      return checkLeaf(spec, value, owner, generation);
  }
}

function checkLeaf(
  spec: LeafSpec,
  value: unknown,
  owner: string,
  generation: Generation,
): Relative {
  const message = spec.check(value, generation);
  return message === undefined ? clean : [problem(spec, message, owner)];
}

function checkEntries(spec: EntriesSpec, value: unknown, owner: string): Relative {
  if (!isObject(value)) return [problem(spec, mistyped.object, owner)];
  const issues: Issue[] = [];
  for (const [key, text] of Object.entries(value)) {
    if (key === '') issues.push(below(problem(spec, missing(spec.key), owner), key));
    if (typeof text !== 'string') issues.push(below(problem(spec, mistyped.text, owner), key));
  }
  return issues;
}

function checkRows(
  spec: RowsSpec,
  value: unknown,
  owner: string,
  generation: Generation,
): Relative {
  if (!Array.isArray(value)) return [problem(spec, mistyped.list, owner)];
  if (value.length < (spec.minItems ?? 0)) return [problem(spec, emptyList(spec.item), owner)];
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = checkGroup(spec.row, value[index], owner, generation);
    if (found.length > 0) gather((issues ??= []), found, index);
  }
  return issues ?? clean;
}

function checkGroup(
  spec: GroupSpec,
  value: unknown,
  owner: string,
  generation: Generation,
): Relative {
  if (!isObject(value)) return [problem(spec, mistyped.object, owner)];
  const memory = memories[generation];
  let known = memory.get(spec);
  if (known === undefined) memory.set(spec, (known = new WeakMap()));
  const before = known.get(value);
  if (before !== undefined) return before;
  const issues = checkMembers(spec, value, generation);
  known.set(value, issues);
  return issues;
}

function checkMembers(spec: GroupSpec, value: object, generation: Generation): Relative {
  const object = asObject(value);
  let issues: Issue[] | undefined;
  for (const key in spec.fields) {
    const field = spec.fields[key]!;
    if (!has(object, key)) {
      if (field.required && existsIn(field, generation))
        (issues ??= []).push(
          below(problem(field, missing(field.label), `${spec.name}.${key}`), key),
        );
      continue;
    }
    const member = object[key];
    if (member === null && field.takesNull) continue;
    const owner = `${spec.name}.${key}`;
    const found = existsIn(field, generation)
      ? checkField(field, member, owner, generation)
      : checkForeign(field, member, owner, generation);
    if (found.length > 0) gather((issues ??= []), found, key);
  }
  return issues ?? clean;
}

/** A field of another generation: told, and its own limits as warnings, since the service may not even read it. */
function checkForeign(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation,
): Relative {
  const told = problem(spec, foreignField(spec.label, generation), owner);
  return [told, ...checkField(spec, value, owner, generation)].map((issue) => ({
    ...issue,
    severity: 'warning',
  }));
}

function problem(spec: FieldSpec, message: Issue['message'], owner: string): Issue {
  return { path: [], severity: 'error', message, field: owner, source: sourceOf(spec) };
}

/** Takes over what was found under a key. A loop, as a call with 100,000 arguments overflows the stack. */
function gather(issues: Issue[], found: Relative, key: string | number): void {
  for (const issue of found) issues.push(below(issue, key));
}

/** The issue as its parent sees it: one key further from the root. */
function below(issue: Issue, key: string | number): Issue {
  return { ...issue, path: [key, ...issue.path] satisfies Path };
}
