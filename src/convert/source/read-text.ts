import { isLargerThan } from '#src/json/utf8-size.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { findHelmParts } from './helm-output.ts';
import { ignoreProgress, type ReadProgress } from './progress.ts';
import { readJson, type ReadText } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { MAX_BYTES, MAX_YAML_BYTES, refusals, RefusalError } from './refusal.ts';

/** True for a text that begins like JSON after any comments. YAML that begins this way is nearly always JSON. */
export function looksLikeJson(text: string): boolean {
  return /^(?:\s+|\/\/[^\n]*\n|\/\*[^]*?\*\/)*[{["]/.test(text);
}

/** Reads JSON or YAML into documents. Throws Refused. */
export function readText(
  text: string,
  placeOf: (offset: number) => TextPlace,
  onProgress: ReadProgress = ignoreProgress,
): ReadText {
  try {
    return readNotation(text, placeOf, onProgress);
  } catch (error) {
    // A rendered manifest can hold such expressions too, in its texts.
    const expression = error instanceof RefusalError ? TEMPLATE.exec(text.slice(0, 200_000)) : null;
    if (expression === null) throw error;
    throw new RefusalError(expression.index, refusals.template);
  }
}

/** An expression that only Helm replaces. */
const TEMPLATE =
  /\{\{-?[ \t]*(?:\.Values|\.Release|\.Chart|include|template|if|range|with|toYaml)\b/;

function readNotation(
  text: string,
  placeOf: (offset: number) => TextPlace,
  onProgress: ReadProgress,
): ReadText {
  const isJson = looksLikeJson(text);
  checkSize(text, isJson ? MAX_BYTES : MAX_YAML_BYTES);
  if (isJson) return readJson(text, {}, onProgress);
  const { manifests, header, notes } = findHelmParts(text);
  const read = readYaml(manifests, placeOf, onProgress);
  if (read.documents.length === 0) throw new RefusalError(0, refusals.empty);
  return {
    ...read,
    ...(header !== undefined && { helmHeaderLine: placeOf(header).line }),
    ...(notes !== undefined && { helmNotesLine: placeOf(notes).line }),
  };
}

/** Refuses a text that is larger than a limit, in bytes of UTF-8. */
export function checkSize(text: string, limit: number): void {
  if (isLargerThan(text, limit)) throw new RefusalError(0, refusals.tooLarge(limit));
}

/** Refuses half a surrogate pair in the text itself; one in an escape is found by the readers. */
export function checkCharacters(text: string): void {
  const index = text.search(/\p{Cs}/u);
  if (index >= 0) throw new RefusalError(index, refusals.surrogate);
}
