import { parseArgs } from 'node:util';
import type { Language, Text } from '#src/domain/core/text.ts';
import {
  badChoice,
  missingChoice,
  missingText,
  unknownOption,
  unwantedValue,
} from './program-words.ts';

/** The options of a program, besides `--lang`, `--help` and `--version`, which every program has. */
export interface OptionTable<Choices extends Readonly<Record<string, readonly string[]>>> {
  /** Options with one of a few values; the first is the default. */
  readonly choices: Choices;
  /** Options that take any text and may be repeated, each with the placeholder that the help shows. */
  readonly texts?: Readonly<Record<string, Text>>;
  readonly switches: readonly string[];
}

/** Options and file names as given. */
export interface GivenOptions<Choices extends Readonly<Record<string, readonly string[]>>> {
  readonly files: readonly string[];
  readonly choices: { readonly [Name in keyof Choices]: Choices[Name][number] };
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
  readonly language: Language;
}

/** Why the options do not go together. */
export interface UsageError {
  readonly usageError: Text;
}

/** The request that the arguments make. */
export type ProgramCommand<Settings> =
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage-error'; readonly language: Language; readonly message: Text }
  | { readonly kind: 'run'; readonly language: Language; readonly settings: Settings };

const languages = ['en', 'zh'] as const satisfies readonly Language[];

/**
 * Reads the arguments after the program’s name. The last of a repeated choice counts. `toSettings` makes the settings
 * of the program, or returns the reason why the options do not go together.
 */
export function readOptions<
  const Choices extends Readonly<Record<string, readonly string[]>>,
  Settings extends object,
>(
  args: readonly string[],
  table: OptionTable<Choices>,
  toSettings: (options: GivenOptions<Choices>) => Settings | UsageError,
): ProgramCommand<Settings> {
  const { texts = {}, switches } = table;
  const choices = { ...table.choices, lang: languages };
  const state: State = {
    files: [],
    chosen: Object.fromEntries(
      Object.entries(choices).map(([name, [first = '']]) => [name, first]),
    ),
    texts: Object.fromEntries(Object.keys(texts).map((name) => [name, []])),
    on: new Set(),
  };
  let usageError: Text | undefined;
  const valued = [...Object.keys(choices), ...Object.keys(texts)];
  for (const token of tokensOf(args, valued, switches)) {
    if (token.kind === 'positional') state.files.push(token.value);
    if (token.kind !== 'option') continue;
    // Later options still count, as they can choose the language of the error.
    const problem = readOption(token, { choices, texts, switches }, state);
    usageError ??= problem;
  }
  const { files, chosen, on } = state;
  const language = chosen.lang as Language;
  if (on.has('help')) return { kind: 'help', language };
  if (on.has('version')) return { kind: 'version' };
  if (usageError !== undefined) return { kind: 'usage-error', language, message: usageError };
  const settings = toSettings({
    files,
    choices: chosen as GivenOptions<Choices>['choices'],
    texts: state.texts,
    switches: on,
    language,
  });
  return 'usageError' in settings
    ? { kind: 'usage-error', language, message: settings.usageError }
    : { kind: 'run', language, settings };
}

interface State {
  readonly files: string[];
  readonly chosen: Record<string, string>;
  readonly texts: Record<string, string[]>;
  readonly on: Set<string>;
}

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { kind: 'option' }>;

/** Adds one option to the state, or returns what is wrong with it. */
function readOption(
  { name, rawName, value, inlineValue }: OptionToken,
  { choices, texts = {}, switches }: OptionTable<Readonly<Record<string, readonly string[]>>>,
  state: State,
): Text | undefined {
  if (switches.includes(name) || name === 'help' || name === 'version') {
    state.on.add(name);
    return value === undefined ? undefined : unwantedValue(rawName);
  }
  // A value that looks like an option is one, unless `=` binds it; `-` is standard input.
  const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
  if (Object.hasOwn(texts, name)) {
    if (isMissing) return missingText(rawName, texts[name]!);
    state.texts[name]!.push(value);
    return undefined;
  }
  const allowed = Object.hasOwn(choices, name) ? choices[name] : undefined;
  if (allowed === undefined) return unknownOption(rawName);
  if (isMissing) return missingChoice(rawName, allowed);
  if (!allowed.includes(value)) return badChoice(rawName, value, allowed);
  state.chosen[name] = value;
  return undefined;
}

/** Node’s own error messages are in English only and do not name the allowed values, so it does not check them here. */
function tokensOf(args: readonly string[], valued: readonly string[], switches: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(valued.map((name) => [name, { type: 'string' } as const])),
      ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' } as const])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  }).tokens;
}
