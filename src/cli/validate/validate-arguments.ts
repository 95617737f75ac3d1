import { parseArgs } from 'node:util';
import { generations, type Edition, type Generation } from '#src/domain/core/context.ts';
import type { Language, Text } from '#src/domain/core/text.ts';
import { badValue, missingValue, unknownOption, unwantedValue } from './validate-words.ts';

/** What to check, and how to tell. */
export interface Settings {
  /** Names as given, each once; `-` is standard input. */
  readonly files: readonly string[];
  readonly edition: Edition;
  readonly generation: Generation;
  readonly language: Language;
  /** A JSON array in place of lines. */
  readonly asJson: boolean;
  /** Warnings count as problems. */
  readonly isStrict: boolean;
}

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly language: Language; readonly message: Text }
  | { readonly kind: 'validate'; readonly settings: Settings };

/** Options with a value, and the values they take; the first is the default. */
const choices = {
  edition: ['professional', 'platinum'],
  generation: generations,
  lang: ['en', 'zh'],
} as const satisfies {
  edition: readonly Edition[];
  generation: readonly Generation[];
  lang: readonly Language[];
};

type Choice = keyof typeof choices;

const flags = ['json', 'strict', 'help', 'version'] as const;
type Flag = (typeof flags)[number];

/** Reads the arguments behind the program's name. The last of repeated options counts. */
export function readArguments(args: readonly string[]): Request {
  // Its own errors are in English alone and say nothing of values, so the tokens are judged here.
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      edition: { type: 'string' },
      generation: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
      strict: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  const chosen: Record<Choice, string> = {
    edition: choices.edition[0],
    generation: choices.generation[0],
    lang: choices.lang[0],
  };
  const asked = new Set<Flag>();
  const files = new Set<string>();
  let mistake: Text | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') files.add(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (isFlag(name)) {
      asked.add(name);
      if (value !== undefined) mistake ??= unwantedValue(rawName);
    } else if (!isChoice(name)) {
      mistake ??= unknownOption(rawName);
    } else if (value === undefined || (!inlineValue && value.startsWith('-'))) {
      mistake ??= missingValue(rawName, choices[name]);
    } else if (!(choices[name] as readonly string[]).includes(value)) {
      mistake ??= badValue(rawName, value, choices[name]);
    } else {
      chosen[name] = value;
    }
  }
  const language = chosen.lang as Language;
  if (asked.has('help')) return { kind: 'help', language };
  if (asked.has('version')) return { kind: 'version' };
  if (mistake !== undefined) return { kind: 'mistake', language, message: mistake };
  return {
    kind: 'validate',
    settings: {
      files: files.size > 0 ? [...files] : ['-'],
      edition: chosen.edition as Edition,
      generation: chosen.generation as Generation,
      language,
      asJson: asked.has('json'),
      isStrict: asked.has('strict'),
    },
  };
}

function isFlag(name: string): name is Flag {
  return (flags as readonly string[]).includes(name);
}

function isChoice(name: string): name is Choice {
  return Object.hasOwn(choices, name);
}
