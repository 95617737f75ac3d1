import { kinds, type Kind } from '#src/convert/request/kinds.ts';
import { generations, type Edition, type Generation } from '#src/domain/core/context.ts';
import type { Language } from '#src/domain/core/text.ts';
import { readOptions, type ProgramCommand, type UsageError } from '../program/read-options.ts';
import { onlyOneFile, placeholders } from './convert-words.ts';

/** The file to convert, and how to report the result. */
export interface ConvertSettings {
  /** Name as given; `-` is standard input. */
  readonly file: string;
  readonly from: Kind | 'auto';
  readonly names: readonly string[];
  readonly envFiles: readonly string[];
  readonly edition: Edition;
  readonly generation: Generation;
  readonly language: Language;
  readonly asJson: boolean;
  /** Lines for carried values, too. */
  readonly isVerbose: boolean;
}

const choices = {
  from: ['auto', ...(Object.keys(kinds) as Kind[])],
  edition: ['professional', 'platinum'],
  generation: generations,
} as const;

const table = { choices, texts: placeholders, switches: ['json', 'verbose'] };

export function readConvertArguments(args: readonly string[]): ProgramCommand<ConvertSettings> {
  return readOptions(args, table, (options): ConvertSettings | UsageError => {
    const [file = '-', second] = options.files;
    if (second !== undefined) return { usageError: onlyOneFile };
    return {
      file,
      from: options.choices.from,
      names: options.texts.service ?? [],
      envFiles: options.texts['env-file'] ?? [],
      edition: options.choices.edition,
      generation: options.choices.generation,
      language: options.language,
      asJson: options.switches.has('json'),
      isVerbose: options.switches.has('verbose'),
    };
  });
}
