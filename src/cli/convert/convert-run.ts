import { basename } from 'node:path';
import { convert, type Conversion } from '#src/convert/convert.ts';
import type { NamedText } from '#src/convert/request/kinds.ts';
import type { Entry } from '#src/convert/report/ledger.ts';
import { documentText } from '#src/document/document-text.ts';
import type { Language } from '#src/domain/core/text.ts';
import { faultLine, printable, unspaced } from '../program/message-line.ts';
import { inputName, readInput } from '../program/read-input.ts';
import { runProgram, type ExitCode, type ProgramContext } from '../program/run-program.ts';
import { readConvertArguments, type ConvertSettings } from './convert-arguments.ts';
import { convertHelp, convertUsage } from './convert-words.ts';

export const CONVERT_PROGRAM = 'ief-convert';

/** Runs `ief-convert`: the body to stdout, the report to stderr. */
export async function runConvert(
  args: readonly string[],
  context: ProgramContext,
): Promise<ExitCode> {
  const texts = { name: CONVERT_PROGRAM, usage: convertUsage, help: convertHelp };
  return runProgram(readConvertArguments(args), texts, context, (settings) =>
    convertFile(settings, context),
  );
}

async function convertFile(settings: ConvertSettings, context: ProgramContext): Promise<ExitCode> {
  const { file, envFiles, language } = settings;
  const { stdout, stderr } = context;
  const name = inputName(file);
  const read = await readInput(file, language, context);
  if ('fault' in read) {
    await stderr.write(`${faultLine(name, read.fault, language)}\n`);
    return 2;
  }
  const files: NamedText[] = [];
  for (const envFile of envFiles) {
    const env = await readInput(envFile, language, context);
    // An empty env file is valid and sets nothing.
    if ('fault' in env && !env.isEmpty) {
      await stderr.write(`${faultLine(envFile, env.fault, language)}\n`);
      return 2;
    }
    files.push({ name: envFile, text: 'fault' in env ? '' : env.text });
  }
  const { from, names, edition, generation } = settings;
  const { text } = read;
  const fileName = file === '-' ? undefined : basename(file);
  const result = convert({
    text,
    from,
    names,
    files,
    edition,
    generation,
    ...(fileName !== undefined && { fileName }),
  });
  if ('refusal' in result) {
    await stderr.write(`${faultLine(name, result.refusal, language)}\n`);
    return 2;
  }
  await stdout.write(settings.asJson ? asJson(result) : `${documentText(result.body)}\n`);
  await stderr.write(reportText(name, result, settings));
  return result.carried === result.values ? 0 : 1;
}

function asJson({ body, report, carried, values }: Conversion): string {
  return `${JSON.stringify({ body, report, carried, values }, null, 2)}\n`;
}

function reportText(name: string, result: Conversion, settings: ConvertSettings): string {
  const { report, carried, values } = result;
  const shown = report.filter(({ level }) => level !== 'carried' || settings.isVerbose);
  const lines = shown.map((entry) => entryLine(name, entry, settings.language));
  return `${[...lines, `carried ${carried} of ${values} values`].join('\n')}\n`;
}

/** `LEVEL FILE:LINE SOURCE -> POINTER  message`, with `-` for a value that is not in the body. */
function entryLine(file: string, entry: Entry, language: Language): string {
  const { level, source, line, path, message } = entry;
  const pointer = path === null ? '-' : path;
  return printable(
    `${level} ${entry.file ?? file}:${line} ${unspaced(source)} -> ${unspaced(pointer)}  ${message[language]}`,
  );
}
