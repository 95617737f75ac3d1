import type { Language, Text } from '#src/domain/core/text.ts';
import { printable } from './message-line.ts';
import type { Output } from './output.ts';
import { lostOutput } from './program-words.ts';
import type { ProgramCommand } from './read-options.ts';

/** Files, streams and version that a program works with. */
export interface ProgramContext {
  readonly version: string;
  readonly open: (file: string) => AsyncIterable<Uint8Array>;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly isStderrTerminal: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** 2 if something could not be read, written or understood; it takes precedence over 1. */
export type ExitCode = 0 | 1 | 2;

/** The name and texts of a program. */
export interface ProgramTexts {
  readonly name: string;
  /** The line after a usage error. */
  readonly usage: Text;
  /** The output of `--help`. */
  readonly help: Text;
}

/** Executes a command: `work` for a run; help, version and usage errors are handled here. Results go to stdout. */
export async function runProgram<Settings>(
  command: ProgramCommand<Settings>,
  { name, usage, help }: ProgramTexts,
  { version, stdout, stderr }: ProgramContext,
  work: (settings: Settings) => Promise<ExitCode>,
): Promise<ExitCode> {
  const language: Language = command.kind === 'version' ? 'en' : command.language;
  let code: ExitCode = 0;
  switch (command.kind) {
    case 'help':
      await stdout.write(`${help[language]}\n`);
      break;
    case 'version':
      await stdout.write(`${version}\n`);
      break;
    case 'usage-error':
      await stderr.write(`${name}: ${printable(command.message[language])}\n${usage[language]}\n`);
      return 2;
    case 'run':
      code = await work(command.settings);
  }
  const failure = await stdout.failure();
  if (failure === undefined) return code;
  await stderr.write(`${name}: ${lostOutput(failure)[language]}\n`);
  return 2;
}
