import { createReadStream } from 'node:fs';
import { createOutput } from './output.ts';
import type { ExitCode, ProgramContext } from './run-program.ts';

/** The version in package.json; vite.cli.config.ts inserts it. */
declare const CLI_VERSION: string;

/** Runs a program with the arguments and streams of this process, and sets its exit code. */
export async function startProgram(
  name: string,
  run: (args: readonly string[], context: ProgramContext) => Promise<ExitCode>,
): Promise<void> {
  const stdout = createOutput(process.stdout);
  const stderr = createOutput(process.stderr);
  // Node would exit with 1 on an unexpected error, which is the code for problems in the input.
  try {
    process.exitCode = await run(process.argv.slice(2), {
      version: CLI_VERSION,
      open: (file) => createReadStream(file),
      // A getter, so that standard input is opened only when it is read.
      get stdin() {
        return process.stdin;
      },
      isStderrTerminal: process.stderr.isTTY,
      stdout,
      stderr,
    });
  } catch (error) {
    process.exitCode = 2;
    await stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
