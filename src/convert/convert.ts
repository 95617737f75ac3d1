import type { Text } from '#src/domain/core/text.ts';
import { createLines, type Place } from '#src/domain/core/text-lines.ts';
import type { Json } from '#src/json/value.ts';
import { detectDocuments } from './detect-kind.ts';
import { convertIef } from './ief/convert-ief.ts';
import { expandTexts } from './ief/expand-texts.ts';
import type { ConvertRequest, Kind } from './kinds.ts';
import { convertKubernetes } from './kubernetes/convert-kubernetes.ts';
import { createLedger, type Entry, type Ledger } from './report/ledger.ts';
import type { Choice, Mapped, Mapping } from './report/mapping.ts';
import type { ReadText } from './source/read-json.ts';
import { checkCharacters, readText } from './source/read-text.ts';
import { refusals, Refused, type Refusal } from './source/refusal.ts';
import { yamlSurprise } from './source/surprises.ts';

/** A body and the account of every value that it was made from. */
export interface Conversion {
  readonly kind: Kind;
  readonly body: Json;
  readonly report: readonly Entry[];
  /** Values that were carried or changed, of all `values`. */
  readonly carried: number;
  readonly values: number;
  /** The parts that could be taken, where there are several. */
  readonly choices: readonly Choice[];
}

/** Converts a text into a body. Never throws for a text, whatever it holds. */
export function convert(request: ConvertRequest): Conversion | { readonly refusal: Refusal } {
  const text = withoutMark(request.text);
  const placeOf = createLines(text);
  try {
    checkCharacters(text);
    if (text.trim() === '') throw new Refused(0, refusals.empty);
    return convertText(text, request, placeOf);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refusal: { ...placeOf(error.offset), message: error.text } };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\u{feff}') ? text.slice(1) : text;
}

function convertText(
  text: string,
  request: ConvertRequest,
  placeOf: (offset: number) => Place,
): Conversion {
  return convertDocuments(request, expandTexts(readText(text, placeOf)));
}

function convertDocuments(request: ConvertRequest, read: ReadText): Conversion {
  const { from = 'auto' } = request;
  const kind = from === 'auto' ? detectDocuments(read.documents) : from;
  if (kind === undefined) throw new Refused(0, refusals.unknownShape);
  // Only an IEF body keeps its numbers; other notations are read by their text.
  if (kind === 'ief' && read.rewritten !== undefined)
    throw new Refused(read.rewritten.offset, refusals.rewrittenNumber(read.rewritten.text));
  const ledger = createLedger(read.leaves);
  const mapped = mapDocuments(kind, mappingOf(request, ledger), read);
  if (mapped === undefined) throw new Refused(0, refusals.unknownShape);
  noteText(ledger, read);
  return finish(kind, ledger, mapped);
}

function mappingOf(request: ConvertRequest, ledger: Ledger): Mapping {
  const { edition = 'professional', generation = '2024-04', names = [] } = request;
  return { ledger, edition, generation, names };
}

function mapDocuments(kind: Kind, mapping: Mapping, read: ReadText): Mapped | undefined {
  const [first] = read.documents;
  if (first === undefined) return undefined;
  switch (kind) {
    case 'ief':
      return convertIef(mapping, first);
    case 'kubernetes':
      return convertKubernetes(mapping, read.documents);
    default:
      return undefined;
  }
}

function finish(kind: Kind, ledger: Ledger, { body, choices = [], explain }: Mapped): Conversion {
  return { kind, body, choices, ...ledger.finish(explain) };
}

/** What is in the text beside its values: comments, commas too many, and scalars that YAML 1.1 reads differently. */
function noteText(ledger: Ledger, read: ReadText): void {
  const { commentLines, commaLines, leaves } = read;
  if (commentLines.length > 0)
    ledger.note({ label: 'comments', line: commentLines[0]! }, null, notCarried(commentLines));
  if (commaLines.length > 0)
    ledger.note({ label: 'commas', line: commaLines[0]! }, null, commas(commaLines));
  for (const leaf of leaves) {
    const surprise = ledger.isClaimed(leaf) ? yamlSurprise(leaf) : undefined;
    if (surprise !== undefined) ledger.note(leaf, null, surprise);
  }
}

function notCarried(lines: readonly number[]): Text {
  return {
    en: `Comments are not carried (lines ${listed(lines)}).`,
    zh: `注释不会保留（第 ${listed(lines)} 行）。`,
  };
}

function commas(lines: readonly number[]): Text {
  return {
    en: `Commas behind the last entry are ignored (lines ${listed(lines)}).`,
    zh: `已忽略最后一项后面的逗号（第 ${listed(lines)} 行）。`,
  };
}

function listed(lines: readonly number[]): string {
  const most = 20;
  return lines.slice(0, most).join(', ') + (lines.length > most ? ', …' : '');
}
