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
import { otherGenerationField } from '../limits/limit-messages.ts';
import { rememberPerObject } from './remember.ts';
import { perGeneration, type Generation } from '../context.ts';

/** Issues with paths relative to the checked value. */
type RelativeIssues = readonly Issue[];

const none: RelativeIssues = Object.freeze([]);

/** Checks for any field of the body, apart from its limits. Paths are relative to the checked value. */
export interface Watcher {
  /** An optional member that is null. */
  nullMember(spec: FieldSpec, key: string): Issue | undefined;
  /** A string with a character that no string should contain: see {@link ODD_TEXT}. */
  oddText(text: string, owner: string): Issue | undefined;
  /** Members that have no field in the group. */
  unknownMembers(spec: GroupSpec, object: JsonObject): readonly Issue[];
}

/** Strings that are passed to the watcher: those with NUL, carriage returns, or surrogates (usually in pairs). */
export const ODD_TEXT = /[\0\r\ud800-\udfff]/;

/** The settings of a walk and its cached results for `remembered` groups. */
interface Walk {
  readonly generation: Generation;
  readonly watcher: Watcher;
  readonly cached: Map<GroupSpec, (object: JsonObject) => RelativeIssues>;
}

const unwatched: Watcher = {
  nullMember: () => undefined,
  oddText: () => undefined,
  unknownMembers: () => none,
};

const walksOf = rememberPerObject((watcher: Watcher) =>
  perGeneration((generation): Walk => ({ generation, watcher, cached: new Map() })),
);

/**
 * The warnings of a value: fields of the other generation, with the errors inside them, and what the watcher reports.
 * Paths are relative to the value. Never throws, and descends no deeper than the spec.
 */
export function fieldWarnings(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation,
  watcher: Watcher = unwatched,
): RelativeIssues {
  return warn(spec, value, owner, walksOf(watcher)[generation]);
}

function warn(spec: FieldSpec, value: unknown, owner: string, walk: Walk): RelativeIssues {
  switch (spec.kind) {
    case 'group':
      return warnGroup(spec, value, walk);
    case 'rows':
      return warnRows(spec, value, walk);
    case 'entries':
      return warnEntries(value, owner, walk);
    default:
      return warnLeaf(spec, value, owner, walk);
  }
}

function warnRows({ row }: RowsSpec, value: unknown, walk: Walk): RelativeIssues {
  if (!Array.isArray(value)) return none;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const found = warnGroup(row, value[index], walk);
    if (found.length > 0) addIssues((issues ??= []), found, index);
  }
  return issues ?? none;
}

function warnEntries(value: unknown, owner: string, walk: Walk): RelativeIssues {
  if (!isJsonObject(value)) return none;
  const issues: Issue[] = [];
  for (const [key, text] of Object.entries(value))
    if (typeof text === 'string') addIssues(issues, oddTexts(text, owner, walk), key);
  return issues;
}

function warnLeaf(spec: LeafSpec, value: unknown, owner: string, walk: Walk): RelativeIssues {
  const found = oddTexts(value, owner, walk);
  // An error of the field makes the warning unnecessary.
  return found.length > 0 && complaintOf(spec, value, walk.generation) !== undefined ? none : found;
}

function warnGroup(group: GroupSpec, value: unknown, walk: Walk): RelativeIssues {
  if (!isJsonObject(value)) return none;
  if (!group.remembered) return warnMembers(group, value, walk);
  let check = walk.cached.get(group);
  if (check === undefined) {
    check = rememberPerObject((object) => warnMembers(group, object, walk));
    walk.cached.set(group, check);
  }
  return check(value);
}

// Large bodies have thousands of rows, most without issues, so lists are only created for an issue.
function warnMembers(group: GroupSpec, value: JsonObject, walk: Walk): RelativeIssues {
  const { generation, watcher } = walk;
  const object = ownMembers(value);
  let issues: Issue[] | undefined;
  let known = 0;
  for (const member of membersOf(group)) {
    const { key, field } = member;
    const memberValue = object[key];
    if (memberValue === undefined) continue;
    known++;
    if (memberValue === null && member.mayBeNull) {
      const issue = watcher.nullMember(field, key);
      if (issue !== undefined) (issues ??= []).push(placeIssue(issue, [key]));
      continue;
    }
    const isOfGeneration = member.generation === undefined || member.generation === generation;
    if (isOfGeneration && isClean(member, memberValue)) continue;
    const owner = `${group.name}.${key}`;
    const found = isOfGeneration
      ? warn(field, memberValue, owner, walk)
      : warnOtherGeneration(field, memberValue, owner, walk);
    if (found.length > 0) addIssues((issues ??= []), found, key);
  }
  if (countKeys(object) > known) {
    const found = watcher.unknownMembers(group, object);
    if (found.length > 0) issues = [...(issues ?? []), ...found];
  }
  return issues ?? none;
}

/** A field of the other generation. Its errors become warnings, because the service may ignore the field. */
function warnOtherGeneration(
  field: FieldSpec,
  value: unknown,
  owner: string,
  walk: Walk,
): RelativeIssues {
  const { generation } = walk;
  const notice = {
    ...fieldIssue(field, otherGenerationField(field.label, generation), []),
    field: owner,
  };
  return [
    ...[notice, ...fieldErrors(field, value, owner, generation)].map(
      (issue) => ({ ...issue, severity: 'warning' }) as const,
    ),
    ...warn(field, value, owner, walk),
  ];
}

/** Checks a string, or each string in a list. */
function oddTexts(value: unknown, owner: string, walk: Walk): RelativeIssues {
  if (typeof value === 'string') {
    const issue = ODD_TEXT.test(value) ? walk.watcher.oddText(value, owner) : undefined;
    return issue === undefined ? none : [issue];
  }
  if (!Array.isArray(value)) return none;
  let issues: Issue[] | undefined;
  for (let index = 0; index < value.length; index++) {
    const text: unknown = value[index];
    if (typeof text === 'string') addIssues((issues ??= []), oddTexts(text, owner, walk), index);
  }
  return issues ?? none;
}

/** The facts about a field that a walk needs, computed once per group. */
interface Member {
  readonly key: string;
  readonly field: FieldSpec;
  readonly generation: Generation | undefined;
  readonly mayBeNull: boolean;
  /** True if no valid value of the field matches {@link ODD_TEXT}. */
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

/** Most patterns and choices exclude odd characters. */
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

/** The object without inherited members. An object from JSON.parse is returned unchanged. */
export function ownMembers(value: JsonObject): JsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? value : { ...value };
}

/** The number of own keys of a JSON object. Engines run this loop without allocating a list. */
function countKeys(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count++;
  return count;
}

/** Adds the issues found below a key. A loop, because a call with 100,000 arguments overflows the stack. */
function addIssues(issues: Issue[], found: RelativeIssues, key: string | number): void {
  for (const issue of found) issues.push(placeIssue(issue, [key]));
}
