import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { createLines, type TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import type { Json } from '#src/json/value.ts';
import { convertCompose } from './compose/convert-compose.ts';
import { createVariableLookup } from './compose/lookup.ts';
import { replaceVariables, type ComposeVariable } from './compose/replace-variables.ts';
import type { ComposeInput } from './compose/service.ts';
import { claimCurl, readCurl } from './curl/convert-curl.ts';
import { withoutPrompts } from './command/prompts.ts';
import { detectDocuments, detectText } from './detect-kind.ts';
import { convertInspect } from './docker-inspect/convert-inspect.ts';
import { convertRun, readRun } from './docker-run/convert-run.ts';
import { convertEnv, readEnvInput } from './env/convert-env.ts';
import { convertIef } from './ief/convert-ief.ts';
import { expandTexts } from './ief/expand-texts.ts';
import type { ConvertRequest, Kind } from './request/kinds.ts';
import { convertKubernetes } from './kubernetes/convert-kubernetes.ts';
import { listObjects } from './kubernetes/objects.ts';
import { createLedger, type Entry, type Ledger } from './report/ledger.ts';
import type { Choice, MappingResult, MappingContext } from './report/mapping-context.ts';
import { ignoreProgress, type ReadProgress } from './source/progress.ts';
import { readJson, type ReadText } from './source/read-json.ts';
import { checkCharacters, checkSize, looksLikeJson, readText } from './source/read-text.ts';
import { MAX_BYTES, refusals, RefusalError, type Refusal } from './source/refusal.ts';
import { replaceLeaves } from './source/replace-leaves.ts';
import { withChanges } from './source/source.ts';
import { yamlSurprise } from './source/yaml-1-1.ts';

/** A body, and a report with an entry for every value of the input. */
export interface Conversion {
  readonly kind: Kind;
  readonly body: Json;
  readonly report: readonly Entry[];
  /** Values that were carried or changed, of all `values`. */
  readonly carried: number;
  readonly values: number;
  /** The services, workloads or deployments to choose from, if there are several. */
  readonly choices: readonly Choice[];
  /** The variables of a compose file. */
  readonly variables: readonly ComposeVariable[];
}

type PlaceOf = (offset: number) => TextPlace;

/**
 * Converts a text of any notation into an IEF body: the entry point for page and command line. The kind is detected
 * unless `request.from` names it. Returns the refusal, and never throws, for a text that cannot be read.
 *
 * Synchronous; needs neither Node nor the DOM. In a browser, call it in a worker: a large text takes up to a second.
 * `onProgress` gets the completed share of the work, from 0 to 1, at most a hundred times; terminate the worker to
 * cancel.
 */
export function convert(
  request: ConvertRequest,
  onProgress: (share: number) => void = ignoreProgress,
): Conversion | { readonly refusal: Refusal } {
  const text = withoutMark(request.text);
  const placeOf = createLines(text);
  try {
    checkCharacters(text);
    if (text.trim() === '') throw new RefusalError(0, refusals.empty);
    const result = convertText(text, request, placeOf, readingShare(text.length, onProgress));
    onProgress(1);
    return result;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { refusal: { ...placeOf(error.offset), message: error.text } };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\u{feff}') ? text.slice(1) : text;
}

/** Reading is about two thirds of the work. */
const READING = 0.66;

/** Turns offsets into shares of the work, a hundred at most. */
function readingShare(length: number, onProgress: (share: number) => void): ReadProgress {
  let next = 0;
  return (offset) => {
    if (offset < next) return;
    next = offset + length / 100;
    onProgress((offset / length) * READING);
  };
}

function convertText(
  text: string,
  request: ConvertRequest,
  placeOf: PlaceOf,
  onProgress: ReadProgress,
): Conversion {
  const { from = 'auto' } = request;
  const commands = withoutPrompts(text);
  const isText = !looksLikeJson(commands);
  const kind = from === 'auto' ? (isText ? detectText(commands) : undefined) : from;
  switch (kind) {
    case 'docker-run':
      return convertRunText(commands, request, placeOf);
    case 'curl':
      return convertCurlText(commands, request, placeOf);
    case 'env':
      return convertEnvText(text, request);
    default:
      return convertDocuments(request, expandTexts(readText(text, placeOf, onProgress)));
  }
}

function convertDocuments(request: ConvertRequest, read: ReadText): Conversion {
  const { from = 'auto' } = request;
  const kind = from === 'auto' ? detectDocuments(read.documents) : from;
  if (kind === undefined) throw new RefusalError(0, refusals.unknownShape);
  // An IEF body keeps its numbers as they are; the other notations are read as text.
  if (kind === 'ief') checkNumbers(read);
  const lookup = createVariableLookup(read, request);
  const replaced = kind === 'compose' ? replaceVariables(read, lookup) : { read, variables: [] };
  const ledger = createLedger(replaced.read.leaves);
  const input = { from, files: request.files ?? [], lookup };
  const mapped = mapDocuments(kind, contextOf(request, ledger), replaced.read, input);
  if (mapped === undefined) throw new RefusalError(0, whyNothing(kind, replaced.read));
  noteText(ledger, replaced.read);
  return { ...finish(kind, ledger, mapped), variables: replaced.variables };
}

function whyNothing(kind: Kind, { documents }: ReadText): Text {
  const kinds = kind === 'kubernetes' ? documents.flatMap(listObjects).map((one) => one.kind) : [];
  const named = [...new Set(kinds)].filter((one) => one !== '');
  return named.length > 0 ? refusals.noWorkload(named) : refusals.unknownShape;
}

function checkNumbers({ rewritten }: ReadText): void {
  if (rewritten !== undefined)
    throw new RefusalError(rewritten.offset, refusals.rewrittenNumber(rewritten.text));
}

function contextOf(request: ConvertRequest, ledger: Ledger): MappingContext {
  const { edition = 'professional', generation = PAGE_GENERATION, names = [] } = request;
  return { ledger, edition, generation, names };
}

function mapDocuments(
  kind: Kind,
  context: MappingContext,
  { documents }: ReadText,
  { from, ...input }: ComposeInput & Pick<ConvertRequest, 'from'>,
): MappingResult | undefined {
  const [first] = documents;
  if (first === undefined) return undefined;
  switch (kind) {
    case 'ief':
      return convertIef(context, first, from === 'ief');
    case 'kubernetes':
      return convertKubernetes(context, documents);
    case 'compose':
      return convertCompose(context, first, input);
    case 'docker-inspect':
      return convertInspect(context, first);
    default:
      return undefined;
  }
}

function convertRunText(text: string, request: ConvertRequest, placeOf: PlaceOf): Conversion {
  checkSize(text, MAX_BYTES);
  const read = readRun(text, placeOf);
  if (read === undefined) throw new RefusalError(0, refusals.notText);
  const ledger = createLedger(read.leaves);
  const mapped = convertRun(contextOf(request, ledger), read, request.files ?? []);
  noteComments(
    ledger,
    read.commentOffsets.map((offset) => placeOf(offset).line),
  );
  return finish('docker-run', ledger, mapped);
}

function convertCurlText(text: string, request: ConvertRequest, placeOf: PlaceOf): Conversion {
  checkSize(text, MAX_BYTES);
  const curl = readCurl(text, request.files ?? [], placeOf);
  if (curl === undefined) throw new RefusalError(0, refusals.notText);
  const read = withCaveat(expandTexts(readBody(curl, placeOf)), curl.bodyCaveat);
  checkNumbers(read);
  const ledger = createLedger([...curl.leaves, ...read.leaves]);
  const [root] = read.documents;
  const mapped = root && convertIef(contextOf(request, ledger), root, curl.isDeployment);
  if (mapped === undefined) throw new RefusalError(curl.bodyOffset, refusals.unknownShape);
  claimCurl(ledger, curl);
  noteComments(
    ledger,
    curl.commentOffsets.map((offset) => placeOf(offset).line),
  );
  return finish('curl', ledger, mapped);
}

/** Marks the values in which a shell would replace something. */
function withCaveat(read: ReadText, caveat: Text | undefined): ReadText {
  if (caveat === undefined) return read;
  return replaceLeaves(read, (leaf) =>
    /\$[\w({]|`/.test(leaf.text) ? withChanges(leaf, { caveat }) : leaf,
  );
}

/** Reads the body of a curl command. Lines are those of the command, or of the file with the body. */
function readBody(
  curl: { readonly body: string; readonly bodyOffset: number; readonly bodyFile?: string },
  placeOf: PlaceOf,
): ReadText {
  const { body, bodyOffset, bodyFile } = curl;
  try {
    if (bodyFile === undefined) return readJson(body, { firstLine: placeOf(bodyOffset).line });
    checkCharacters(body);
    return readJson(body, { file: bodyFile });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new RefusalError(bodyOffset, error.text);
  }
}

function convertEnvText(text: string, request: ConvertRequest): Conversion {
  checkSize(text, MAX_BYTES);
  const read = readEnvInput(text, request.dialect ?? 'compose');
  const ledger = createLedger(read.leaves);
  const body = convertEnv(ledger, read);
  noteComments(ledger, read.commentLines);
  return finish('env', ledger, { body });
}

function finish(
  kind: Kind,
  ledger: Ledger,
  { body, choices = [], explain }: MappingResult,
): Conversion {
  return { kind, body, choices, variables: [], ...ledger.finish(explain) };
}

/** Notes comments, trailing commas, and scalars that YAML 1.1 reads differently. */
function noteText(
  ledger: Ledger,
  { commentLines, commaLines, helmHeaderLine, helmNotesLine, leaves }: ReadText,
): void {
  noteComments(ledger, commentLines);
  if (helmHeaderLine !== undefined)
    ledger.note({ label: 'NAME', line: helmHeaderLine }, null, helmHeader);
  if (helmNotesLine !== undefined)
    ledger.note({ label: 'NOTES', line: helmNotesLine }, null, helmNotes);
  if (commaLines.length > 0)
    ledger.note({ label: 'commas', line: commaLines[0]! }, null, commas(commaLines));
  for (const leaf of leaves) {
    const surprise = ledger.isClaimed(leaf) ? yamlSurprise(leaf) : undefined;
    if (surprise !== undefined) ledger.note(leaf, null, surprise);
  }
}

function noteComments(ledger: Ledger, lines: readonly number[]): void {
  if (lines.length === 0) return;
  ledger.note({ label: 'comments', line: lines[0]! }, null, notCarried(lines));
}

const helmHeader: Text = {
  en: 'The lines that Helm prints above the manifests were ignored.',
  zh: 'Helm 在清单上方输出的内容已忽略。',
};

const helmNotes: Text = {
  en: 'The NOTES of Helm are not part of the manifests and were ignored.',
  zh: 'Helm 的 NOTES 不属于清单，已忽略。',
};

function notCarried(lines: readonly number[]): Text {
  return {
    en: `Comments are not kept (${shownLines(lines).en}).`,
    zh: `注释不会保留（${shownLines(lines).zh}）。`,
  };
}

function commas(lines: readonly number[]): Text {
  return {
    en: `Trailing commas are ignored (${shownLines(lines).en}).`,
    zh: `已忽略最后一项后面的逗号（${shownLines(lines).zh}）。`,
  };
}

function shownLines(lines: readonly number[]): Text {
  const limit = 20;
  const shown: readonly (number | string)[] =
    lines.length > limit ? [...lines.slice(0, limit), '…'] : lines;
  return {
    en: `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}`,
    zh: `第 ${shown.join('、')} 行`,
  };
}
