import { generations, type Edition, type Generation } from '#src/domain/core/context.ts';
import type { Language } from '#src/domain/core/text.ts';
import { readOptions, type ProgramCommand } from '../program/read-options.ts';

/** The files to validate, and how to report the problems. */
export interface ValidateSettings {
  /** Names as given, each once; `-` is standard input. */
  readonly files: readonly string[];
  readonly edition: Edition;
  readonly generation: Generation;
  readonly language: Language;
  /** A JSON array instead of lines. */
  readonly asJson: boolean;
  /** Warnings count as errors. */
  readonly isStrict: boolean;
}

const choices = {
  edition: ['professional', 'platinum'],
  generation: generations,
} as const satisfies { edition: readonly Edition[]; generation: readonly Generation[] };

export function readValidateArguments(args: readonly string[]): ProgramCommand<ValidateSettings> {
  return readOptions(args, { choices, switches: ['json', 'strict'] }, (options) => ({
    files: options.files.length > 0 ? [...new Set(options.files)] : ['-'],
    edition: options.choices.edition,
    generation: options.choices.generation,
    language: options.language,
    asJson: options.switches.has('json'),
    isStrict: options.switches.has('strict'),
  }));
}
