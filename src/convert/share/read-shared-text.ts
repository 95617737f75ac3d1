import { createLines } from '#src/domain/core/json-text/text-lines.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { readJson } from '../source/read-json.ts';
import { checkCharacters, checkSize } from '../source/read-text.ts';
import { MAX_BYTES, refusals, RefusalError, type Refusal } from '../source/refusal.ts';

const notObject: Text = {
  en: 'The body must be an object, in curly brackets.',
  zh: '请求体必须是对象，即用花括号包围。',
};
const notJson: Text = { en: 'This is not JSON.', zh: '这不是 JSON。' };

/**
 * Reads the text of a shared document, and refuses what an import refuses. Unlike an import it changes nothing: the
 * document is exactly the one that was shared.
 */
export function readSharedText(
  text: string,
): { readonly document: JsonObject } | { readonly refusal: Refusal } {
  try {
    return { document: read(text) };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { refusal: { ...createLines(text)(error.offset), message: error.text } };
  }
}

function read(text: string): JsonObject {
  checkSize(text, MAX_BYTES);
  checkCharacters(text);
  if (text.trim() === '') throw new RefusalError(0, refusals.empty);
  const { rewritten } = readJson(text);
  if (rewritten !== undefined)
    throw new RefusalError(rewritten.offset, refusals.rewrittenNumber(rewritten.text));
  const document = parse(text);
  if (!isJsonObject(document)) throw new RefusalError(0, notObject);
  return document;
}

/** A shared text has no comments and no trailing commas, which the reader of imports accepts. */
function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new RefusalError(0, notJson);
  }
}
