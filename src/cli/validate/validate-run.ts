import type { Language } from '#src/domain/core/text.ts';
import { readArguments, type Settings } from './validate-arguments.ts';
import { validateText } from './validate-text.ts';
import { faultLine, printable, problemJson, problemLine } from './problem-line.ts';
import type { Output } from '../program/output.ts';
import { readFile } from '../program/read-file.ts';
import { shortenForTerminal } from './limit-problems.ts';
import { help, lostOutput, summary, usage, waitingForInput } from './validate-words.ts';

/** What the program needs of the world. */
export interface World {
  readonly version: string;
  readonly open: (file: string) => AsyncIterable<Uint8Array>;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly isStderrTerminal: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** 0: no problems. 1: problems. 2: something could not be read, told or understood; it beats 1. */
export type ExitCode = 0 | 1 | 2;

const PROGRAM = 'ief-validate';
const STDIN_NAME = '<stdin>';
/** Lines are written in pieces of about this many characters. */
const PIECE = 64 * 1024;

/** Does what the arguments ask for. Results go to stdout, everything else to stderr. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const request = readArguments(args);
  const { stdout, stderr } = world;
  let code: ExitCode = 0;
  let language: Language = 'en';
  switch (request.kind) {
    case 'help':
      ({ language } = request);
      await stdout.write(`${help[language]}\n`);
      break;
    case 'version':
      await stdout.write(`${world.version}\n`);
      break;
    case 'mistake':
      ({ language } = request);
      await stderr.write(`${PROGRAM}: ${printable(request.message[language])}\n`);
      await stderr.write(`${usage[language]}\n`);
      return 2;
    case 'validate':
      ({ language } = request.settings);
      code = await validateFiles(request.settings, world);
  }
  const failure = await stdout.failure();
  if (failure === undefined) return code;
  await stderr.write(`${PROGRAM}: ${lostOutput(failure)[language]}\n`);
  return 2;
}

async function validateFiles(settings: Settings, world: World): Promise<ExitCode> {
  const { files, edition, generation, language, asJson, isStrict } = settings;
  const { stdout, stderr } = world;
  const count = { files: files.length, error: 0, warning: 0, note: 0, unreadable: 0 };
  let piece = '';
  let separator = '[';
  for (const file of files) {
    const isStdin = file === '-';
    const name = isStdin ? STDIN_NAME : file;
    if (isStdin && world.stdin.isTTY === true) await stderr.write(`${waitingForInput[language]}\n`);
    const read = await readFile(isStdin ? world.stdin : world.open(file));
    const verdict =
      'text' in read ? validateText(read.text, { edition, generation }, read.hasMark) : read;
    if ('fault' in verdict) {
      count.unreadable += 1;
      await stderr.write(`${faultLine(name, verdict.fault, language)}\n`);
      continue;
    }
    for (const { issue } of verdict.problems) count[issue.severity] += 1;
    count.warning += verdict.moreWarnings;
    for (const problem of shortenForTerminal(verdict.problems, verdict.moreWarnings)) {
      if (asJson) piece += `${separator}\n${problemJson(name, problem)}`;
      else piece += `${problemLine(name, problem, language)}\n`;
      separator = ',';
      if (piece.length < PIECE) continue;
      await stdout.write(piece);
      piece = '';
    }
    // So that lines and the faults of later files come in the order of the files.
    if (piece !== '') await stdout.write(piece);
    piece = '';
  }
  if (asJson) await stdout.write(separator === '[' ? '[]\n' : '\n]\n');
  // One file in a pipe needs no sum: what is said there may be read by a program.
  if (files.length > 1 || world.isStderrTerminal) {
    await stderr.write(`${summary(count)[language]}\n`);
  }
  return exitCodeOf(count, isStrict);
}

function exitCodeOf(
  count: { error: number; warning: number; unreadable: number },
  isStrict: boolean,
): ExitCode {
  if (count.unreadable > 0) return 2;
  return count.error > 0 || (isStrict && count.warning > 0) ? 1 : 0;
}
