import type { FieldSpec, GroupSpec, LeafSpec, RowsSpec } from './field.ts';
import type { Issue } from './issue.ts';
import { asObject, has, isObject } from './json.ts';
import { emptyList, missing, mistyped } from './limit-words.ts';
import type { Path } from './path.ts';

/** A list of issues whose paths begin at the value they were found in. */
type Relative = readonly Issue[];

const clean: Relative = Object.freeze([]);

/**
 * What objects were found to hold, per spec: a body shares every object that an edit did not touch
 * with the body before, so only the edited row and its parents are looked at again. Right as long as
 * no body is changed in place; the document store freezes its bodies outside production.
 */
const memory = new WeakMap<GroupSpec, WeakMap<object, Relative>>();

/**
 * The issues of one value against its spec, paths relative to the value. Unknown keys are not looked at.
 * Never throws; the depth it walks is that of the spec, however deep the value is.
 */
export function checkField(spec: FieldSpec, value: unknown, owner: string): Relative {
  if (spec.kind === 'group') return checkGroup(spec, value, owner);
  if (spec.kind === 'rows') return checkRows(spec, value, owner);
  return checkLeaf(spec, value, owner);
}

function checkLeaf(spec: LeafSpec, value: unknown, owner: string): Relative {
  const message = spec.check(value);
  return message === undefined ? clean : [problem(spec, message, owner)];
}

function checkRows(spec: RowsSpec, value: unknown, owner: string): Relative {
  if (!Array.isArray(value)) return [problem(spec, mistyped.list, owner)];
  if (value.length < (spec.minItems ?? 0)) return [problem(spec, emptyList(spec.item), owner)];
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = checkGroup(spec.row, value[index], owner);
    if (found.length > 0) gather((issues ??= []), found, index);
  }
  return issues ?? clean;
}

function checkGroup(spec: GroupSpec, value: unknown, owner: string): Relative {
  if (!isObject(value)) return [problem(spec, mistyped.object, owner)];
  let known = memory.get(spec);
  if (known === undefined) memory.set(spec, (known = new WeakMap()));
  const before = known.get(value);
  if (before !== undefined) return before;
  const issues = checkMembers(spec, value);
  known.set(value, issues);
  return issues;
}

function checkMembers(spec: GroupSpec, value: object): Relative {
  const object = asObject(value);
  let issues: Issue[] | undefined;
  for (const key in spec.fields) {
    const field = spec.fields[key]!;
    const owner = `${spec.name}.${key}`;
    if (!has(object, key)) {
      if (field.required)
        (issues ??= []).push(below(problem(field, missing(field.label), owner), key));
      continue;
    }
    const member = object[key];
    if (member === null && field.takesNull) continue;
    const found = checkField(field, member, owner);
    if (found.length > 0) gather((issues ??= []), found, key);
  }
  return issues ?? clean;
}

function problem(spec: FieldSpec, message: Issue['message'], owner: string): Issue {
  return { path: [], severity: 'error', message, field: owner, source: `table ${spec.table}` };
}

/** Takes over what was found under a key. A loop, as a call with 100,000 arguments overflows the stack. */
function gather(issues: Issue[], found: Relative, key: string | number): void {
  for (const issue of found) issues.push(below(issue, key));
}

/** The issue as its parent sees it: one key further from the root. */
function below(issue: Issue, key: string | number): Issue {
  return { ...issue, path: [key, ...issue.path] satisfies Path };
}
