import {
  mayBeNull,
  type FieldSpec,
  type GroupSpec,
  type LeafSpec,
  type RowsSpec,
} from '../spec/field.ts';
import { complaintOf, fieldErrors } from './field-errors.ts';
import { fieldIssue } from './field-issue.ts';
import { placeIssue, type Issue } from '../issue.ts';
import { isJsonObject, type JsonObject } from '#src/json/value.ts';
import { foreignField } from '../limits/limit-messages.ts';
import { rememberPerObject } from './remember.ts';
import { perGeneration, type Generation } from '../context.ts';

/** Issues whose paths begin at the value they were found in. */
type Relative = readonly Issue[];

const none: Relative = Object.freeze([]);

/** What is looked for beside the limits of the fields, anywhere in the body; each gives issues relative to the value. */
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

/** What one walk is made with, and what it remembers of the groups that are `remembered`. */
interface Walk {
  readonly generation: Generation;
  readonly watcher: Watcher;
  readonly recall: Map<GroupSpec, (object: JsonObject) => Relative>;
}

const unwatched: Watcher = {
  nullMember: () => undefined,
  oddText: () => undefined,
  unknownMembers: () => none,
};

const walksOf = rememberPerObject((watcher: Watcher) =>
  perGeneration((generation): Walk => ({ generation, watcher, recall: new Map() })),
);

/**
 * What is no error in a value: fields that only the other generation has, with what is wrong inside them, and what
 * the watcher finds. Paths are relative to the value. Never throws; it walks no deeper than the spec.
 */
export function fieldWarnings(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation,
  watcher: Watcher = unwatched,
): Relative {
  return lookAt(spec, value, owner, walksOf(watcher)[generation]);
}

function lookAt(spec: FieldSpec, value: unknown, owner: string, walk: Walk): Relative {
  switch (spec.kind) {
    case 'group':
      return lookInGroup(spec, value, walk);
    case 'rows':
      return lookInRows(spec, value, walk);
    case 'entries':
      return lookInEntries(value, owner, walk);
    default:
      return lookInLeaf(spec, value, owner, walk);
  }
}

function lookInRows({ row }: RowsSpec, value: unknown, walk: Walk): Relative {
  if (!Array.isArray(value)) return none;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = lookInGroup(row, value[index], walk);
    if (found.length > 0) gather((issues ??= []), found, index);
  }
  return issues ?? none;
}

function lookInEntries(value: unknown, owner: string, walk: Walk): Relative {
  if (!isJsonObject(value)) return none;
  const issues: Issue[] = [];
  for (const [key, text] of Object.entries(value))
    if (typeof text === 'string') gather(issues, oddTexts(text, owner, walk), key);
  return issues;
}

function lookInLeaf(spec: LeafSpec, value: unknown, owner: string, walk: Walk): Relative {
  const found = oddTexts(value, owner, walk);
  // One message is enough where the value is refused anyway.
  return found.length > 0 && complaintOf(spec, value, walk.generation) !== undefined ? none : found;
}

function lookInGroup(group: GroupSpec, value: unknown, walk: Walk): Relative {
  if (!isJsonObject(value)) return none;
  if (!group.remembered) return lookInMembers(group, value, walk);
  let recall = walk.recall.get(group);
  if (recall === undefined) {
    recall = rememberPerObject((object) => lookInMembers(group, object, walk));
    walk.recall.set(group, recall);
  }
  return recall(value);
}

// Large bodies have thousands of rows, most of them clean, so nothing is made until there is something to say.
function lookInMembers(group: GroupSpec, value: JsonObject, walk: Walk): Relative {
  const { generation, watcher } = walk;
  const object = ownMembers(value);
  let issues: Issue[] | undefined;
  let known = 0;
  for (const member of membersOf(group)) {
    const { key, field } = member;
    const held = object[key];
    if (held === undefined) continue;
    known++;
    if (held === null && member.mayBeNull) {
      const issue = watcher.nullMember(field, key);
      if (issue !== undefined) (issues ??= []).push(placeIssue(issue, [key]));
      continue;
    }
    const isNative = member.generation === undefined || member.generation === generation;
    if (isNative && isClean(member, held)) continue;
    const owner = `${group.name}.${key}`;
    const found = isNative
      ? lookAt(field, held, owner, walk)
      : lookAtForeign(field, held, owner, walk);
    if (found.length > 0) gather((issues ??= []), found, key);
  }
  if (countKeys(object) > known) {
    const found = watcher.unknownMembers(group, object);
    if (found.length > 0) issues = [...(issues ?? []), ...found];
  }
  return issues ?? none;
}

/** A field of the other generation, with its own errors as warnings: the service may not even read it. */
function lookAtForeign(field: FieldSpec, value: unknown, owner: string, walk: Walk): Relative {
  const { generation } = walk;
  const notice = { ...fieldIssue(field, foreignField(field.label, generation), []), field: owner };
  return [
    ...[notice, ...fieldErrors(field, value, owner, generation)].map(
      (issue) => ({ ...issue, severity: 'warning' }) as const,
    ),
    ...lookAt(field, value, owner, walk),
  ];
}

/** What the watcher says of a text, or of each text in a list. */
function oddTexts(value: unknown, owner: string, walk: Walk): Relative {
  if (typeof value === 'string') {
    const issue = ODD_TEXT.test(value) ? walk.watcher.oddText(value, owner) : undefined;
    return issue === undefined ? none : [issue];
  }
  if (!Array.isArray(value)) return none;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const text: unknown = value[index];
    if (typeof text === 'string') gather((issues ??= []), oddTexts(text, owner, walk), index);
  }
  return issues ?? none;
}

/** What the walk asks of a field, worked out once for each group. */
interface Member {
  readonly key: string;
  readonly field: FieldSpec;
  readonly generation: Generation | undefined;
  readonly mayBeNull: boolean;
  /** True if good values of the field hold no {@link ODD_TEXT}. */
  readonly isPlain: boolean;
}

const membersOf = rememberPerObject((group: GroupSpec): readonly Member[] =>
  Object.entries(group.fields).map(([key, field]) => ({
    key,
    field,
    generation: field.generation,
    mayBeNull: mayBeNull(field),
    isPlain: isPlain(field),
  })),
);

function isClean({ isPlain }: Member, value: unknown): boolean {
  return isPlain || (typeof value === 'string' && !ODD_TEXT.test(value));
}

/** Most patterns and choices leave no room for an odd character. */
function isPlain(field: FieldSpec): boolean {
  switch (field.kind) {
    case 'text':
      return ['/\0', '/\r', '/\ud800'].every((text) => field.pattern?.regex.test(text) === false);
    case 'strings':
    case 'group':
    case 'rows':
    case 'entries':
      return false;
    default:
      return true;
  }
}

/** The object as JSON would hold it: what only its prototype has is no member. Out of JSON.parse it is itself. */
export function ownMembers(value: JsonObject): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? value : { ...value };
}

/** How many own keys an object out of JSON has. Engines count them this way without making a list. */
function countKeys(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** Takes over what was found under a key. A loop, as a call with 100,000 arguments overflows the stack. */
function gather(issues: Issue[], found: Relative, key: string | number): void {
  for (const issue of found) issues.push(placeIssue(issue, [key]));
}
