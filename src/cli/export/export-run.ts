import { exportDocument } from '#src/convert/export/export-document.ts';
import {
  exportKinds,
  type ExportKind,
  type SecretHandling,
} from '#src/convert/export/request/export-request.ts';
import type { Account, Entry } from '#src/convert/report/ledger.ts';
import { findAllSecrets } from '#src/convert/secrets/find-copies.ts';
import { createLines } from '#src/domain/core/json-text/text-lines.ts';
import type { Language } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import { parseJsonText } from '#src/cli/validate/json-text.ts';
import { faultLine, printable, unspaced } from '../program/message-line.ts';
import type { FileFault } from '../program/read-file.ts';
import { inputName, readInput } from '../program/read-input.ts';
import { readOptions, type ProgramCommand, type UsageError } from '../program/read-options.ts';
import { runProgram, type ExitCode, type ProgramContext } from '../program/run-program.ts';
import { readExportTarget, type ExportEnvironment } from './export-target.ts';
import {
  exportHelp,
  exportUsage,
  hiddenSecrets,
  onlyOneExport,
  targetPlaceholder,
  unknownTarget,
} from './export-words.ts';
import { readLines } from './json-places.ts';

export const EXPORT_PROGRAM = 'ief-export';

interface ExportSettings {
  readonly file: string;
  readonly to: ExportKind;
  readonly target: string | undefined;
  readonly secrets: SecretHandling;
  readonly language: Language;
}

const choices = {
  to: Object.keys(exportKinds) as ExportKind[],
  secrets: ['keep', 'omit', 'variable'],
} as const;

/** Runs `ief-export`: the text to stdout, the report to stderr. */
export async function runExport(
  args: readonly string[],
  context: ProgramContext,
  env: ExportEnvironment,
): Promise<ExitCode> {
  const texts = { name: EXPORT_PROGRAM, usage: exportUsage, help: exportHelp };
  return runProgram(readArguments(args), texts, context, (settings) =>
    exportFile(settings, context, env),
  );
}

function readArguments(args: readonly string[]): ProgramCommand<ExportSettings> {
  const table = { choices, texts: { target: targetPlaceholder }, switches: [] };
  return readOptions(args, table, (options): ExportSettings | UsageError => {
    const [file = '-', second] = options.files;
    if (second !== undefined) return { usageError: onlyOneExport };
    const { to, secrets } = options.choices;
    return { file, to, secrets, target: options.texts.target?.at(-1), language: options.language };
  });
}

async function exportFile(
  { file, to, target, secrets, language }: ExportSettings,
  context: ProgramContext,
  env: ExportEnvironment,
): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const name = inputName(file);
  const read = await readInput(file, language, context);
  const parsed = 'fault' in read ? { fault: read.fault } : parse(read.text);
  if ('fault' in parsed) {
    await stderr.write(`${faultLine(name, parsed.fault, language)}\n`);
    return 2;
  }
  const place = target === undefined ? {} : readExportTarget(target, env);
  if (place === undefined)
    await stderr.write(`${EXPORT_PROGRAM}: ${printable(unknownTarget(target ?? '')[language])}\n`);
  const { document, lines } = parsed;
  const { text, account } = exportDocument({
    document,
    to,
    secrets,
    ...(place !== undefined && { place }),
    lineOf: (pointer) => lines.get(pointer),
  });
  await stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  const found = secrets === 'keep' ? findAllSecrets(document).length : 0;
  if (found > 0) await stderr.write(`${hiddenSecrets(found)[language]}\n`);
  if (account !== undefined) await stderr.write(reportText(name, account, language));
  return 0;
}

/** The document with the lines of its values, or why there is none. */
function parse(
  text: string,
):
  | { readonly document: Json; readonly lines: ReadonlyMap<string, number> }
  | { readonly fault: FileFault } {
  const json = parseJsonText(text);
  if (!('value' in json)) {
    return { fault: { ...createLines(text)(json.offset), message: json.message } };
  }
  return { document: json.value as Json, lines: readLines(text) };
}

function reportText(
  name: string,
  { report, carried, values }: Account,
  language: Language,
): string {
  const lines = report
    .filter(({ level }) => level !== 'carried')
    .map((entry) => entryLine(name, entry, language));
  return `${[...lines, `carried ${carried} of ${values} values`].join('\n')}\n`;
}

/** As `convert` writes it, with the place in the output: a JSON pointer or a flag. */
function entryLine(
  file: string,
  { level, source, line, path, message }: Entry,
  language: Language,
): string {
  const place = path === null || path === '' ? '-' : path;
  return printable(
    `${level} ${file}:${line} ${unspaced(source)} -> ${unspaced(place)}  ${message[language]}`,
  );
}
