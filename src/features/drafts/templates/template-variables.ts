import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** `{{name}}` in a text of the document. */
const VARIABLE = /\{\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}\}/gu;

/** The kind of value that a variable needs at its strictest place. */
export type VariableKind = 'text' | 'integer' | 'flag';

/** A variable of a template. */
export interface TemplateVariable {
  readonly name: string;
  readonly kind: VariableKind;
  /** Where it is used, in the order of the document. */
  readonly paths: readonly Path[];
}

/** The variables of a document, in the order of their first use. */
export function findVariables(document: Json): readonly TemplateVariable[] {
  const found = new Map<string, { kind: VariableKind; paths: Path[] }>();
  for (const { text, path } of textsOf(document)) {
    for (const [whole, name = ''] of text.matchAll(VARIABLE)) {
      const known = found.get(name) ?? { kind: 'text', paths: [] };
      if (known.paths.at(-1) !== path) known.paths.push(path);
      const kind = text === whole ? kindAt(path) : 'text';
      found.set(name, { ...known, kind: kind === 'text' ? known.kind : kind });
    }
  }
  return [...found].map(([name, { kind, paths }]) => ({ name, kind, paths }));
}

/** A document with values in place of variables, and the variables that have none. */
export interface FilledTemplate {
  readonly document: Json;
  readonly unfilled: readonly string[];
}

/**
 * Replaces variables by their values. A variable that is the whole value of a number field or switch becomes a number
 * or a boolean. A variable without a value stays as it is.
 */
export function fillVariables(document: Json, values: ReadonlyMap<string, string>): FilledTemplate {
  const unfilled = findVariables(document)
    .map(({ name }) => name)
    .filter((name) => !values.get(name));
  return { document: fill(document, [], values), unfilled };
}

/** True if a text is a value of this kind. */
export function isOfKind(text: string, kind: VariableKind): boolean {
  if (kind === 'flag') return text === 'true' || text === 'false';
  return kind === 'text' || (Number.isSafeInteger(Number(text)) && String(Number(text)) === text);
}

function fill(value: Json, path: Path, values: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return fillText(value, path, values);
  if (isJsonList(value))
    return value.map((member, index) => fill(member, [...path, index], values));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, fill(member, [...path, key], values)]),
  );
}

function fillText(text: string, path: Path, values: ReadonlyMap<string, string>): Json {
  // One pass: a value that looks like a variable is not replaced again.
  const filled = text.replaceAll(VARIABLE, (whole, name: string) => values.get(name) || whole);
  const isWhole = text !== filled && text.replace(VARIABLE, '') === '';
  const kind = isWhole ? kindAt(path) : 'text';
  if (kind === 'text' || !isOfKind(filled, kind)) return filled;
  return kind === 'flag' ? filled === 'true' : Number(filled);
}

function kindAt(path: Path): VariableKind {
  const kind = specAt(deploymentGroup, path)?.kind;
  return kind === 'integer' || kind === 'flag' ? kind : 'text';
}

function* textsOf(value: Json, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (isJsonList(value))
    for (const [index, member] of value.entries()) yield* textsOf(member, [...path, index]);
  else if (isJsonObject(value))
    for (const [key, member] of Object.entries(value)) yield* textsOf(member, [...path, key]);
}
