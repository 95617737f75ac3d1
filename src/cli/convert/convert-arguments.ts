import { parseArgs } from 'node:util';
import { kinds, type Kind } from '#src/convert/request/kinds.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Language, Text } from '#src/domain/core/text.ts';
import { needsName, onlyOneFile } from './convert-words.ts';
import {
  badValue,
  missingValue,
  unknownOption,
  unwantedValue,
} from '../validate/validate-words.ts';

/** What to convert, and how to report it. */
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
  /** Carried values have lines too. */
  readonly isVerbose: boolean;
}

/** What the arguments ask for. */
export type ConvertCommand =
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly language: Language; readonly message: Text }
  | { readonly kind: 'convert'; readonly settings: ConvertSettings };

/** Options with one of a few values; the first is the default. */
const choices = {
  from: ['auto', ...(Object.keys(kinds) as Kind[])],
  edition: ['professional', 'platinum'],
  generation: ['2024-04', '2025'],
  lang: ['en', 'zh'],
} as const;

const lists = { service: 'NAME', 'env-file': 'FILE' } as const;
const switches = ['json', 'verbose', 'help', 'version'] as const;

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Reads the arguments behind the program's name. */
export function readConvertArguments(args: readonly string[]): ConvertCommand {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        [...Object.keys(choices), ...Object.keys(lists)].map((name) => [name, { type: 'string' }]),
      ),
      json: { type: 'boolean' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  const state = createState();
  let mistake: Text | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') state.files.push(token.value);
    if (token.kind === 'option') mistake ??= takeOption(token, state);
  }
  const { chosen, files, asked, service, envFile } = state;
  if (files.length > 1) mistake ??= onlyOneFile;
  const language = chosen.lang as Language;
  if (asked.has('help')) return { kind: 'help', language };
  if (asked.has('version')) return { kind: 'version' };
  if (mistake !== undefined) return { kind: 'mistake', language, message: mistake };
  return {
    kind: 'convert',
    settings: {
      file: files[0] ?? '-',
      from: chosen.from as Kind | 'auto',
      names: service,
      envFiles: envFile,
      edition: chosen.edition as Edition,
      generation: chosen.generation as Generation,
      language,
      asJson: asked.has('json'),
      isVerbose: asked.has('verbose'),
    },
  };
}

function createState() {
  return {
    chosen: { from: 'auto', edition: 'professional', generation: '2024-04', lang: 'en' } as Record<
      keyof typeof choices,
      string
    >,
    files: [] as string[],
    service: [] as string[],
    envFile: [] as string[],
    asked: new Set<string>(),
  };
}

/** Takes one option into the state, or says what is wrong with it. */
function takeOption(token: OptionToken, state: ReturnType<typeof createState>): Text | undefined {
  const { name, rawName, value, inlineValue } = token;
  if ((switches as readonly string[]).includes(name)) {
    state.asked.add(name);
    return value === undefined ? undefined : unwantedValue(rawName);
  }
  // A value that looks like an option is one, unless it is bound by `=`; `-` is standard input.
  const isMissing = value === undefined || (!inlineValue && value.startsWith('-') && value !== '-');
  if (Object.hasOwn(lists, name)) {
    if (isMissing) return needsName(rawName, lists[name as keyof typeof lists]);
    (name === 'service' ? state.service : state.envFile).push(value);
    return undefined;
  }
  if (!Object.hasOwn(choices, name)) return unknownOption(rawName);
  const allowed: readonly string[] = choices[name as keyof typeof choices];
  if (isMissing) return missingValue(rawName, allowed);
  if (!allowed.includes(value)) return badValue(rawName, value, allowed);
  state.chosen[name as keyof typeof choices] = value;
  return undefined;
}
