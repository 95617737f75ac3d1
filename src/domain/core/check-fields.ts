import {
  mayBeNull,
  PAGE_GENERATION,
  type EntriesSpec,
  type FieldSpec,
  type GroupSpec,
  type LeafSpec,
  type RowsSpec,
} from './field.ts';
import { placeIssue, type Complaint, type Issue } from './issue.ts';
import { fieldIssue } from './field-issue.ts';
import { isJsonObject, type JsonObject } from '#src/json/value.ts';
import { emptyList, foreignField, missing, mistyped } from './limit-words.ts';
import type { Generation } from './rule.ts';

/** A list of issues whose paths begin at the value they were found in. */
type Relative = readonly Issue[];

const clean: Relative = Object.freeze([]);

/** What is looked at beside the limits of the fields, wherever it stands; each gives issues relative to the value. */
export interface Watcher {
  /** An optional member that is null. */
  nullMember(spec: FieldSpec, key: string): Issue | undefined;
  /** A text that holds a character no text should have: see {@link ODD_TEXT}. */
  oddText(text: string, owner: string): Issue | undefined;
  /** Members that the group does not know. */
  unknownMembers(spec: GroupSpec, object: JsonObject): readonly Issue[];
}

/** Texts the watcher is asked about: NUL, carriage returns, and surrogates, which are mostly in pairs. */
export const ODD_TEXT = /[\0\r\ud800-\udfff]/;

/** Looks at nothing but the limits. */
const limitsAlone: Watcher = {
  nullMember: () => undefined,
  oddText: () => undefined,
  unknownMembers: () => clean,
};

/** What one walk is made with. */
interface Walk {
  readonly generation: Generation;
  readonly watcher: Watcher;
  readonly memory: WeakMap<GroupSpec, WeakMap<object, Relative>>;
}

/**
 * What remembered groups (containers) were found to hold. A body shares every object that an edit did not
 * touch with the body before, so only the edited container is looked at again; remembering each row would cost
 * more than looking. Right as long as no body is changed in place; the document store freezes its bodies
 * outside production.
 */
const walks = new WeakMap<Watcher, Readonly<Record<Generation, Walk>>>();

function walkOf(watcher: Watcher, generation: Generation): Walk {
  let known = walks.get(watcher);
  if (known === undefined) {
    const make = (one: Generation): Walk => ({ generation: one, watcher, memory: new WeakMap() });
    walks.set(watcher, (known = { '2024-04': make('2024-04'), '2025': make('2025') }));
  }
  return known[generation];
}

/**
 * The issues of one value against its spec, paths relative to the value, and what the watcher finds beside them.
 * A field that only another generation has gets a warning, as do problems inside it.
 * Never throws; the depth it walks is that of the spec, however deep the value is.
 */
export function checkField(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation = PAGE_GENERATION,
  watcher: Watcher = limitsAlone,
): Relative {
  return checkAny(spec, value, owner, walkOf(watcher, generation));
}

function checkAny(spec: FieldSpec, value: unknown, owner: string, walk: Walk): Relative {
  switch (spec.kind) {
    case 'group':
      return checkGroup(spec, value, owner, walk);
    case 'rows':
      return checkRows(spec, value, owner, walk);
    case 'entries':
      return checkEntries(spec, value, owner, walk);
    default:
      return checkLeaf(spec, value, owner, walk);
  }
}

function checkLeaf(spec: LeafSpec, value: unknown, owner: string, walk: Walk): Relative {
  const complaint = spec.check(value, walk.generation);
  if (complaint !== undefined) return [problem(spec, complaint, owner)];
  return mayHoldOddText(spec) ? oddTexts(value, owner, walk) : clean;
}

function checkEntries(spec: EntriesSpec, value: unknown, owner: string, walk: Walk): Relative {
  if (!isJsonObject(value)) return [problem(spec, mistyped.object, owner)];
  const issues: Issue[] = [];
  for (const [key, text] of Object.entries(value)) {
    if (key === '') issues.push(below(problem(spec, missing(spec.key), owner), key));
    if (typeof text !== 'string') issues.push(below(problem(spec, mistyped.text, owner), key));
    else gather(issues, oddTexts(text, owner, walk), key);
  }
  return issues;
}

function checkRows(spec: RowsSpec, value: unknown, owner: string, walk: Walk): Relative {
  if (!Array.isArray(value)) return [problem(spec, mistyped.list, owner)];
  if (value.length < (spec.minItems ?? 0)) return [problem(spec, emptyList(spec.item), owner)];
  const { row } = spec;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = checkGroup(row, value[index], owner, walk);
    if (found.length > 0) gather((issues ??= []), found, index);
  }
  return issues ?? clean;
}

function checkGroup(spec: GroupSpec, value: unknown, owner: string, walk: Walk): Relative {
  if (!isJsonObject(value)) return [problem(spec, mistyped.object, owner)];
  if (!spec.remembered) return checkMembers(spec, value, walk);
  const { memory } = walk;
  let known = memory.get(spec);
  if (known === undefined) memory.set(spec, (known = new WeakMap()));
  let issues = known.get(value);
  if (issues === undefined) known.set(value, (issues = checkMembers(spec, value, walk)));
  return issues;
}

// The hot path of every verdict: large bodies have thousands of rows, most of them without a problem, so
// nothing is made until there is one.
function checkMembers(spec: GroupSpec, value: JsonObject, walk: Walk): Relative {
  const { generation, watcher } = walk;
  const object = withoutInherited(value);
  const members = membersOf(spec);
  let issues: Issue[] | undefined;
  let known = 0;
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
    known++;
    if (held === null && member.mayBeNull) {
      const issue = watcher.nullMember(member.field, key);
      if (issue !== undefined) (issues ??= []).push(below(issue, key));
      continue;
    }
    if (member.check !== undefined && isNative) {
      const complaint = member.check(held, generation);
      if (complaint !== undefined)
        (issues ??= []).push(below(problem(member.field, complaint, ownerOf(spec, key)), key));
      else if (member.mayHoldOddText) {
        // Most texts are clean, and asked about in place.
        if (typeof held === 'string' && !ODD_TEXT.test(held)) continue;
        const found = oddTexts(held, ownerOf(spec, key), walk);
        if (found.length > 0) gather((issues ??= []), found, key);
      }
      continue;
    }
    const found = isNative
      ? checkAny(member.field, held, ownerOf(spec, key), walk)
      : checkForeign(member.field, held, ownerOf(spec, key), walk);
    if (found.length > 0) gather((issues ??= []), found, key);
  }
  if (countKeys(object) > known) {
    const found = watcher.unknownMembers(spec, object);
    if (found.length > 0) issues = [...(issues ?? []), ...found];
  }
  return issues ?? clean;
}

/** How many own keys an object out of JSON has. Engines count them this way without making a list. */
function countKeys(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** What the watcher says of a text, or of each text in a list. */
function oddTexts(value: unknown, owner: string, { watcher }: Walk): Relative {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  let issues: Issue[] | undefined;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    if (typeof text !== 'string' || !ODD_TEXT.test(text)) continue;
    const issue = watcher.oddText(text, owner);
    if (issue !== undefined) (issues ??= []).push(texts === value ? below(issue, index) : issue);
  }
  return issues ?? clean;
}

/** True if a good value of the field can hold one of {@link ODD_TEXT}: most patterns and choices leave no room for it. */
function mayHoldOddText(spec: LeafSpec): boolean {
  if (spec.kind === 'strings') return true;
  if (spec.kind !== 'text') return false;
  const { pattern } = spec;
  return (
    pattern === undefined || ['/\0', '/\r', '/\ud800'].some((text) => pattern.regex.test(text))
  );
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
  readonly mayBeNull: boolean;
  /** Of a leaf alone. */
  readonly check: LeafSpec['check'] | undefined;
  readonly mayHoldOddText: boolean;
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
      mayBeNull: mayBeNull(field),
      check: 'check' in field ? field.check : undefined,
      mayHoldOddText: 'check' in field && mayHoldOddText(field),
    }));
    memberLists.set(spec, members);
  }
  latest = { spec, members };
  return members;
}

/** A field of another generation: told, and its own limits as warnings, since the service may not even read it. */
function checkForeign(spec: FieldSpec, value: unknown, owner: string, walk: Walk): Relative {
  const told = problem(spec, foreignField(spec.label, walk.generation), owner);
  return [told, ...checkAny(spec, value, owner, walk)].map((issue) => ({
    ...issue,
    severity: issue.severity === 'error' ? 'warning' : issue.severity,
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
