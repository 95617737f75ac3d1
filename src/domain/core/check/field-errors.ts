import { PAGE_GENERATION, type Generation } from '../context.ts';
import type { FieldSpec, LeafSpec } from '../spec/field.ts';
import { fieldIssue } from './field-issue.ts';
import type { Complaint, Issue } from '../issue.ts';
import { emptyValue, missing, mistyped } from '../limits/limit-messages.ts';
import { wrongAmount, wrongInteger } from '../limits/number-messages.ts';
import type { Key, Path } from '#src/json/path.ts';
import { issuesOf, schemaOf, type SchemaIssue } from './schema.ts';

/** The error of a leaf value, or undefined. Never throws. */
export function complaintOf(
  spec: LeafSpec,
  value: unknown,
  generation: Generation = PAGE_GENERATION,
): Complaint | undefined {
  const [issue] = issuesOf(spec.schema(generation), value);
  return issue && wordIssue(spec, issue, value, false);
}

/** The errors of a value, with paths relative to it. Never throws. */
export function fieldErrors(
  spec: FieldSpec,
  value: unknown,
  owner: string,
  generation: Generation,
): Issue[] {
  const found: Issue[] = [];
  collect(issuesOf(schemaOf(spec, generation), value), [], { spec, owner, value }, found);
  return found;
}

/** A field with its value and its name in issues: `Group.key`. */
interface FoundField {
  readonly spec: FieldSpec;
  readonly owner: string;
  readonly value: unknown;
}

function collect(
  issues: readonly SchemaIssue[],
  base: Path,
  start: FoundField,
  found: Issue[],
): void {
  for (const issue of issues) {
    let path = base;
    let field = start;
    for (const key of issue.path as Path) {
      path = [...path, key];
      field = memberOf(field, key);
    }
    const inside = insideOf(issue);
    if (inside !== undefined) {
      collect(inside, path, field, found);
      continue;
    }
    const complaint = wordIssue(field.spec, issue, field.value, typeof path.at(-1) === 'string');
    found.push({ ...fieldIssue(field.spec, complaint, path), field: field.owner });
  }
}

/** Members of a list and entries of an object have the name of their container. */
function memberOf({ spec, owner, value }: FoundField, key: Key): FoundField {
  const member = (value as Readonly<Record<Key, unknown>>)[key];
  if (spec.kind === 'rows') return { spec: spec.row, owner, value: member };
  if (spec.kind !== 'group') return { spec, owner, value: member };
  return { spec: spec.fields[key] ?? spec, owner: `${spec.name}.${key}`, value: member };
}

/** The issues in a bundle (see schema.ts). */
function insideOf(issue: SchemaIssue): readonly SchemaIssue[] | undefined {
  if (issue.code !== 'custom') return undefined;
  return issue.params?.inside as readonly SchemaIssue[] | undefined;
}

/** Custom issues contain their message. The messages for a wrong type and a missing value are written here. */
function wordIssue(
  spec: FieldSpec,
  issue: SchemaIssue,
  input: unknown,
  isMember: boolean,
): Complaint {
  if (issue.code === 'custom') return issue.params?.complaint as Complaint;
  if (input === undefined && isMember) return missing(spec.label);
  switch (spec.kind) {
    case 'text':
    case 'choice':
      return mistyped.text;
    case 'integer':
      return input === '' ? emptyValue : wrongInteger(input, spec.min, spec.max);
    case 'amount':
      return wrongAmount(input, spec);
    case 'flag':
      return mistyped.flag;
    case 'strings':
    case 'rows':
      return mistyped.list;
    case 'group':
      return mistyped.object;
    case 'entries':
      return isTextExpected(issue) ? mistyped.text : mistyped.object;
  }
}

function isTextExpected(issue: SchemaIssue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'string';
}
