import type { Language } from '#src/domain/core/text.ts';
import { waitingForInput } from './program-words.ts';
import { readFile, type FileText } from './read-file.ts';
import type { ProgramContext } from './run-program.ts';

/** Reads a file, or standard input if its name is `-`. Never throws. */
export async function readInput(
  file: string,
  language: Language,
  { stdin, stderr, open }: ProgramContext,
): Promise<FileText> {
  if (file === '-' && stdin.isTTY === true) await stderr.write(`${waitingForInput[language]}\n`);
  return readFile(file === '-' ? stdin : open(file));
}

/** The name of an input in messages. */
export function inputName(file: string): string {
  return file === '-' ? '<stdin>' : file;
}
