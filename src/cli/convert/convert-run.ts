import { basename } from 'node:path';
import { convert, type Conversion } from '#src/convert/convert.ts';
import type { NamedText } from '#src/convert/request/kinds.ts';
import type { Entry } from '#src/convert/report/ledger.ts';
import { documentText } from '#src/document/document-text.ts';
import type { Language } from '#src/domain/core/text.ts';
import { readConvertArguments, type ConvertSettings } from './convert-arguments.ts';
import { convertHelp, convertUsage } from './convert-words.ts';
import { faultLine, printable } from '../validate/problem-line.ts';
import { readFile, type FileText } from '../program/read-file.ts';
import type { ExitCode, World } from '../validate/validate-run.ts';
import { lostOutput, waitingForInput } from '../validate/validate-words.ts';

const PROGRAM = 'ief-convert';
const STDIN_NAME = '<stdin>';

/** Does what the arguments ask for: the body to stdout, the report to stderr. */
export async function runConvert(args: readonly string[], world: World): Promise<ExitCode> {
  const command = readConvertArguments(args);
  const { stdout, stderr } = world;
  let code: ExitCode = 0;
  let language: Language = 'en';
  switch (command.kind) {
    case 'help':
      ({ language } = command);
      await stdout.write(`${convertHelp[language]}\n`);
      break;
    case 'version':
      await stdout.write(`${world.version}\n`);
      break;
    case 'mistake':
      ({ language } = command);
      await stderr.write(`${PROGRAM}: ${printable(command.message[language])}\n`);
      await stderr.write(`${convertUsage[language]}\n`);
      return 2;
    case 'convert':
      ({ language } = command.settings);
      code = await convertFile(command.settings, world);
  }
  const failure = await stdout.failure();
  if (failure === undefined) return code;
  await stderr.write(`${PROGRAM}: ${lostOutput(failure)[language]}\n`);
  return 2;
}

async function convertFile(settings: ConvertSettings, world: World): Promise<ExitCode> {
  const { file, envFiles, language } = settings;
  const { stdout, stderr } = world;
  const name = file === '-' ? STDIN_NAME : file;
  const read = await readNamed(file, settings, world);
  if ('fault' in read) {
    await stderr.write(`${faultLine(name, read.fault, language)}\n`);
    return 2;
  }
  const files: NamedText[] = [];
  for (const envFile of envFiles) {
    const env = await readNamed(envFile, settings, world);
    // An empty env file sets nothing, which is no fault.
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

async function readNamed(
  file: string,
  { language }: ConvertSettings,
  { stdin, stderr, open }: World,
): Promise<FileText> {
  if (file === '-' && stdin.isTTY === true) await stderr.write(`${waitingForInput[language]}\n`);
  return readFile(file === '-' ? stdin : open(file));
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

/** `LEVEL FILE:LINE SOURCE -> POINTER  message`, with `-` for what went nowhere. */
function entryLine(file: string, entry: Entry, language: Language): string {
  const { level, source, line, path, message } = entry;
  const pointer = path === null ? '-' : path;
  return printable(
    `${level} ${entry.file ?? file}:${line} ${unspaced(source)} -> ${unspaced(pointer)}  ${message[language]}`,
  );
}

/** Keys may hold blanks, but the parts of a line are apart by them. */
function unspaced(text: string): string {
  return text.replaceAll(' ', String.raw`\u0020`);
}
