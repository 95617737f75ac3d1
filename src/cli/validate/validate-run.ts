import { faultLine } from '../program/message-line.ts';
import { waitingForInput } from '../program/program-words.ts';
import { readFile } from '../program/read-file.ts';
import { runProgram, type ExitCode, type ProgramContext } from '../program/run-program.ts';
import { limitProblems } from './limit-problems.ts';
import { problemJson, problemLine } from './problem-line.ts';
import { readValidateArguments, type ValidateSettings } from './validate-arguments.ts';
import { validateText } from './validate-text.ts';
import { validateHelp, validateSummary, validateUsage } from './validate-words.ts';

export const VALIDATE_PROGRAM = 'ief-validate';
const STDIN_NAME = '<stdin>';
/** Characters per write. */
const PIECE = 64 * 1024;

/** Runs `ief-validate`: results to stdout, everything else to stderr. */
export async function runValidate(
  args: readonly string[],
  context: ProgramContext,
): Promise<ExitCode> {
  const texts = { name: VALIDATE_PROGRAM, usage: validateUsage, help: validateHelp };
  return runProgram(readValidateArguments(args), texts, context, (settings) =>
    validateFiles(settings, context),
  );
}

async function validateFiles(
  settings: ValidateSettings,
  context: ProgramContext,
): Promise<ExitCode> {
  const { files, edition, generation, language, asJson, isStrict } = settings;
  const { stdout, stderr } = context;
  const count = { files: files.length, error: 0, warning: 0, note: 0, unreadable: 0 };
  let piece = '';
  let separator = '[';
  for (const file of files) {
    const isStdin = file === '-';
    const name = isStdin ? STDIN_NAME : file;
    if (isStdin && context.stdin.isTTY === true)
      await stderr.write(`${waitingForInput[language]}\n`);
    const read = await readFile(isStdin ? context.stdin : context.open(file));
    const verdict =
      'text' in read ? validateText(read.text, { edition, generation }, read.hasMark) : read;
    if ('fault' in verdict) {
      count.unreadable += 1;
      await stderr.write(`${faultLine(name, verdict.fault, language)}\n`);
      continue;
    }
    for (const { issue } of verdict.problems) count[issue.severity] += 1;
    count.warning += verdict.moreWarnings;
    for (const problem of limitProblems(verdict.problems, verdict.moreWarnings)) {
      if (asJson) piece += `${separator}\n${problemJson(name, problem)}`;
      else piece += `${problemLine(name, problem, language)}\n`;
      separator = ',';
      if (piece.length < PIECE) continue;
      await stdout.write(piece);
      piece = '';
    }
    // Keeps the order of problems and of faults in later files.
    if (piece !== '') await stdout.write(piece);
    piece = '';
  }
  if (asJson) await stdout.write(separator === '[' ? '[]\n' : '\n]\n');
  // With a single file in a pipe, a program may read standard error.
  if (files.length > 1 || context.isStderrTerminal) {
    await stderr.write(`${validateSummary(count)[language]}\n`);
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
