import { printParseErrorCode, visit } from 'jsonc-parser';
import { jsonFault } from '#src/convert/source/read-json.ts';
import { documentText } from '#src/document/document-text.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import { FORBIDDEN_KEY, forbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { findDuplicateKeys } from '#src/domain/core/json-text/text-issues.ts';
import { createLines } from '#src/domain/core/json-text/text-lines.ts';
import { visitJson } from '#src/domain/core/json-text/visit-json.ts';
import type { Text } from '#src/domain/core/text.ts';
import { asObject, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/** A message about a place of the text. */
export interface EditedTextProblem {
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  readonly message: Text;
}

/**
 * The result of checking a text: not a document; a document that would lose something of the text, which the user has to accept;
 * or a document.
 */
export type TextCheck =
  | { readonly kind: 'broken'; readonly problems: readonly EditedTextProblem[] }
  | {
      readonly kind: 'held';
      readonly problems: readonly EditedTextProblem[];
      readonly document: JsonObject;
    }
  | { readonly kind: 'fine'; readonly document: JsonObject };

/** Deeper documents could not be shown or checked. */
const MAX_LEVELS = 200;
const MAX_PROBLEMS = 20;

/** Checks the text of a part of the document, which may be any JSON value. */
export type PartCheck =
  Exclude<TextCheck, { kind: 'fine' }> | { readonly kind: 'fine'; readonly value: Json };

const BEFORE_PART = '{"part":';

/** Reads the text of a part, by the rules of {@link checkEditedText}. `above` is the number of levels around it. */
export function checkPartText(text: string, above = 0): PartCheck {
  const parts = checkEditedText(`${BEFORE_PART}${text}}`, MAX_LEVELS + 1 - above);
  const isPart = parse(text) !== undefined;
  if (parts.kind === 'fine' && isPart) return { kind: 'fine', value: parts.document.part! };
  if (parts.kind === 'held' && isPart) return parts;
  if (parts.kind === 'broken' && isPart) return placeInPart(text, parts.problems);
  return broken(text, ...faultOf(text));
}

function placeInPart(text: string, problems: readonly EditedTextProblem[]): PartCheck {
  const [first] = problems;
  return broken(text, first!.offset - BEFORE_PART.length, first!.message);
}

/** Reads a text for a document that may not take every key. Never throws. */
export function checkTextFor({ takes }: Pick<DocumentStore, 'takes'>, text: string): TextCheck {
  const check = checkEditedText(text);
  if (check.kind === 'broken' || takes === undefined) return check;
  const found = findRootKey(text, (key) => !takes(key));
  return found === undefined ? check : broken(text, found.offset, fixedKey(found.key));
}

/** Reads a text. Never throws. */
export function checkEditedText(text: string, maxLevels = MAX_LEVELS): TextCheck {
  const document = parse(text);
  if (document === undefined) return broken(text, ...faultOf(text));
  const refused = findRefused(text, maxLevels);
  if (refused !== undefined) return broken(text, ...refused);
  if (!isJsonObject(document)) return broken(text, 0, notObject);
  // The usual case, and the only one that a long text can afford on every pause.
  if (documentText(document) === text) return { kind: 'fine', document };
  const problems = lossesOf(text);
  if (problems.length === 0) return { kind: 'fine', document };
  // As it would be sent: JSON has no Infinity (`1e400`) and no -0.
  return { kind: 'held', problems, document: asObject(parse(documentText(document))) };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function broken(
  text: string,
  offset: number,
  message: Text,
): Extract<TextCheck, { kind: 'broken' }> {
  return { kind: 'broken', problems: [{ offset, line: createLines(text)(offset).line, message }] };
}

/** Where and why a text stops being JSON. */
function faultOf(text: string): readonly [offset: number, message: Text] {
  let fault: readonly [number, Text] | undefined;
  const onError = (code: number, offset: number) => {
    fault = [offset, jsonFault(printParseErrorCode(code), offset >= text.length)];
    // The rest of a long text would take time.
    throw new Error('found');
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    if (fault === undefined) throw error;
  }
  // The parser here is more lenient than JSON.parse in a few places, such as control characters in texts.
  return fault ?? [0, jsonFault('', text.trim() === '')];
}

/** Where and why JSON cannot be a document: it is too deep, or has a key that no document may have. */
function findRefused(
  text: string,
  maxLevels: number,
): readonly [offset: number, message: Text] | undefined {
  let level = 0;
  let found: readonly [number, Text] | undefined;
  visitJson(text, {
    enter: (_isList, offset) => {
      level += 1;
      if (level > maxLevels) found ??= [offset, tooDeep];
    },
    leave: () => {
      level -= 1;
    },
    key: (name, offset) => {
      if (name === FORBIDDEN_KEY) found ??= [offset, forbiddenKey];
    },
    scalar: () => undefined,
  });
  return found;
}

/** The first key of the root that passes a test. */
function findRootKey(
  text: string,
  test: (key: string) => boolean,
): { readonly key: string; readonly offset: number } | undefined {
  let level = 0;
  let found: { key: string; offset: number } | undefined;
  visitJson(text, {
    enter: () => {
      level += 1;
    },
    leave: () => {
      level -= 1;
    },
    key: (key, offset) => {
      if (level === 1 && test(key)) found ??= { key, offset };
    },
    scalar: () => undefined,
  });
  return found;
}

/** Changes that parsing would make: keys that appear twice, and numbers that print differently. */
function lossesOf(text: string): readonly EditedTextProblem[] {
  const placeOf = createLines(text);
  const problems: EditedTextProblem[] = findDuplicateKeys(text, placeOf, MAX_PROBLEMS).found.map(
    ({ offset, issue }) => ({ offset, line: placeOf(offset).line, message: issue.message }),
  );
  visitJson(text, {
    enter: () => undefined,
    leave: () => undefined,
    key: () => undefined,
    scalar: (offset) => {
      const [number] = /^-?\d[\d.eE+-]*/.exec(text.slice(offset, offset + 400)) ?? [];
      if (number === undefined || JSON.stringify(Number(number)) === number) return;
      if (problems.length < MAX_PROBLEMS)
        problems.push({ offset, line: placeOf(offset).line, message: changedNumber(number) });
    },
  });
  return problems.sort((a, b) => a.offset - b.offset);
}

function changedNumber(number: string): Text {
  const changed = JSON.stringify(Number(number));
  return {
    en: `${shown(number)} would be sent as ${changed}.`,
    zh: `${shown(number)} 将以 ${changed} 发送。`,
  };
}

function fixedKey(key: string): Text {
  return {
    en: `“${shown(key)}” cannot be changed here. Remove it.`,
    zh: `此处不能修改“${shown(key)}”，请将其删除。`,
  };
}

const tooDeep: Text = {
  en: `The JSON has more than ${MAX_LEVELS} levels.`,
  zh: `JSON 超过 ${MAX_LEVELS} 层。`,
};
const notObject: Text = {
  en: 'The body must be an object, in curly brackets.',
  zh: '请求体必须是对象，即用花括号包围。',
};
