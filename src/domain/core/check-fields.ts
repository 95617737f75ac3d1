import {
  PAGE_GENERATION,
  type EntriesSpec,
  type FieldSpec,
  type GroupSpec,
  type LeafSpec,
  type RowsSpec,
} from './field.ts';
import { placeIssue, type Complaint, type Issue } from './issue.ts';
import { fieldIssue } from './field-issue.ts';
import { isObject, type JsonObject } from './json.ts';
import { emptyList, foreignField, missing, mistyped } from './limit-words.ts';
import type { Generation } from './rule.ts';

/** A list of issues whose paths begin at the value they were found in. */
type Relative = readonly Issue[];

const clean: Relative = Object.freeze([]);

/**
 * What remembered groups (containers) were found to hold. A body shares every object that an edit did not
 * touch with the body before, so only the edited container is looked at again; remembering each row would cost
 * more than looking. Right as long as no body is changed in place; the document store freezes its bodies
 * outside production.
 */
const memories: Readonly<Record<Generation, WeakMap<GroupSpec, WeakMap<object, Relative>>>> = {
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
  const { row } = spec;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = checkGroup(row, value[index], owner, generation);
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
  if (!spec.remembered) return checkMembers(spec, value, generation);
  const memory = memories[generation];
  let known = memory.get(spec);
  if (known === undefined) memory.set(spec, (known = new WeakMap()));
  let issues = known.get(value);
  if (issues === undefined) known.set(value, (issues = checkMembers(spec, value, generation)));
  return issues;
}

// The hot path of every verdict: large bodies have thousands of rows, most of them without a problem, so
// nothing is made until there is one.
function checkMembers(spec: GroupSpec, value: JsonObject, generation: Generation): Relative {
  const object = withoutInherited(value);
  const members = membersOf(spec);
  let issues: Issue[] | undefined;
  for (let at = 0; at < members.length; at++) {
    const member = members[at]!;
    const { key } = member;
    const held = object[key];
    const isNative = member.generation === undefined || member.generation === generation;
    if (held === undefined) {
      if (member.required && isNative) {
        const { field } = member;
        const issue = problem(field, missing(field.label), ownerOf(spec, key));
        (issues ??= []).push(below(issue, key));
      }
      continue;
    }
    if (held === null && member.takesNull) continue;
    if (member.check !== undefined && isNative) {
      const message = member.check(held, generation);
      if (message !== undefined)
        (issues ??= []).push(below(problem(member.field, message, ownerOf(spec, key)), key));
      continue;
    }
    const found = isNative
      ? checkField(member.field, held, ownerOf(spec, key), generation)
      : checkForeign(member.field, held, ownerOf(spec, key), generation);
    if (found.length > 0) gather((issues ??= []), found, key);
  }
  return issues ?? clean;
}

/** The object as JSON would hold it: what only its prototype has is no member. Out of JSON.parse it is itself. */
function withoutInherited(value: JsonObject): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? value : { ...value };
}

function ownerOf(spec: GroupSpec, key: string): string {
  return `${spec.name}.${key}`;
}

/** What the hot path asks of a field, always in the same shape, which engines read several times as fast. */
interface Member {
  readonly key: string;
  readonly field: FieldSpec;
  readonly generation: Generation | undefined;
  readonly required: boolean;
  readonly takesNull: boolean;
  /** Of a leaf alone. */
  readonly check: LeafSpec['check'] | undefined;
}

const memberLists = new WeakMap<GroupSpec, readonly Member[]>();
/** The group asked for last: the rows of a list ask for the same one, one after the other. */
let latest: { readonly spec: GroupSpec; readonly members: readonly Member[] } | undefined;

function membersOf(spec: GroupSpec): readonly Member[] {
  if (latest?.spec === spec) return latest.members;
  let members = memberLists.get(spec);
  if (members === undefined) {
    members = Object.entries(spec.fields).map(([key, field]) => ({
      key,
      field,
      generation: field.generation,
      required: field.required === true,
      takesNull: field.takesNull === true,
      check: 'check' in field ? field.check : undefined,
    }));
    memberLists.set(spec, members);
  }
  latest = { spec, members };
  return members;
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

function problem(spec: FieldSpec, complaint: Complaint, owner: string): Issue {
  return { ...fieldIssue(spec, complaint, []), field: owner };
}

/** Takes over what was found under a key. A loop, as a call with 100,000 arguments overflows the stack. */
function gather(issues: Issue[], found: Relative, key: string | number): void {
  for (const issue of found) issues.push(below(issue, key));
}

/** The issue as its parent sees it: one key further from the root. */
function below(issue: Issue, key: string | number): Issue {
  return placeIssue(issue, [key]);
}
