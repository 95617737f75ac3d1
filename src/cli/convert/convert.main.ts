import { createReadStream } from 'node:fs';
import { runConvert } from './convert-run.ts';
import { createOutput } from '../program/output.ts';

/** The version of package.json, put here by vite.cli.config.ts. */
declare const CLI_VERSION: string;

const stdout = createOutput(process.stdout);
const stderr = createOutput(process.stderr);

// Left to Node, an unforeseen error would end with 1, which says "something lost".
try {
  process.exitCode = await runConvert(process.argv.slice(2), {
    version: CLI_VERSION,
    open: (file) => createReadStream(file),
    // Opened only when it is read.
    get stdin() {
      return process.stdin;
    },
    isStderrTerminal: process.stderr.isTTY,
    stdout,
    stderr,
  });
} catch (error) {
  process.exitCode = 2;
  await stderr.write(`ief-convert: ${error instanceof Error ? error.stack : String(error)}\n`);
}
