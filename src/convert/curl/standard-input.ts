import type { Command, Word } from '../command/shell-words.ts';

/** Where the body of a curl command comes from, if it is not in the command itself. */
export type BodySource =
  | { readonly word: Word; readonly providers: readonly Command[] }
  | { readonly file: string; readonly offset: number }
  | undefined;

/** What the command at an index reads: a here-document, a file, or the text that the command before it prints. */
export function standardInput(commands: readonly Command[], index: number): BodySource {
  const command = commands[index]!;
  if (command.input !== undefined) return { word: command.input, providers: [] };
  const redirected = fileAfter(command.words);
  if (redirected !== undefined) return redirected;
  const before = commands[index - 1];
  return before?.isPiped === true ? printedBy(before, commands) : undefined;
}

/** The value of `"$NAME"` or `"$(name)"`, if the text sets or defines it with a fixed text. */
export function resolveWord({ text }: Word, commands: readonly Command[]): BodySource {
  const [, name, called] = /^\$(?:\{?(\w+)\}?|\((\w+)\))$/.exec(text) ?? [];
  if (called !== undefined) return printedByFunction(called, commands);
  if (name === undefined) return undefined;
  const setter = commands.findLast(({ words, input }) => {
    const last = words.at(-1)?.text ?? '';
    return words[0]?.text === 'read' ? input !== undefined && last === name : sets(words, name);
  });
  const word = setter?.input ?? setter?.words.at(-1);
  if (setter === undefined || word === undefined) return undefined;
  const own = setter.input === undefined ? word.text.slice(name.length + 1) : word.text.trimEnd();
  return { word: { ...word, text: own }, providers: [setter] };
}

/** What an earlier command writes into a file, as `cat > body.json <<END` does. */
export function writtenTo(file: string, commands: readonly Command[]): BodySource {
  const writer = commands.findLast(({ redirections }) =>
    redirections.some(
      ({ text }) => plainPath(text.replace(/^1?>[>|]?\s*/, '')) === plainPath(file),
    ),
  );
  return writer && printedBy(writer, commands);
}

function plainPath(path: string): string {
  return path.replaceAll(/^["']|["']$/g, '').replace(/^\.\//, '');
}

/** True for `NAME=…` alone, also after `export`. */
function sets(words: readonly Word[], name: string): boolean {
  const others = words.slice(0, -1).map(({ text }) => text);
  return (
    others.every((text) => ['export', 'readonly', 'local', 'declare', '$'].includes(text)) &&
    words.at(-1)?.text.startsWith(`${name}=`) === true
  );
}

function fileAfter(words: readonly Word[]): BodySource {
  const sign = words.findIndex(({ text }) => text.startsWith('<'));
  const word = words[sign];
  const file = word?.text === '<' ? words[sign + 1]?.text : word?.text.slice(1);
  return word === undefined || file === undefined ? undefined : { file, offset: word.offset };
}

/** What `cat`, `echo` and `printf` print; undefined for other programs, which are not executed. */
function printedBy(command: Command, commands: readonly Command[]): BodySource {
  const [program, ...words] = command.words.filter(({ text }) => !/^[$>%]$/.test(text));
  const providers = [command];
  switch (program?.text) {
    case 'cat': {
      if (command.input !== undefined) return { word: command.input, providers };
      const [file] = words.filter(({ text }) => !text.startsWith('-'));
      return file && { file: file.text.replace(/^</, ''), offset: file.offset };
    }
    case 'echo': {
      const printed = words.slice(words.findIndex(({ text }) => !/^-[neE]+$/.test(text)));
      return joined(printed, providers);
    }
    case 'printf': {
      const [format, ...values] = words;
      if (format === undefined) return undefined;
      const isPlain = /^%s(?:\\n)?$/.test(format.text);
      const printed = joined(isPlain ? values : [format], providers);
      const called = values.length === 1 && isPlain && resolveWord(values[0]!, commands);
      if (called && 'word' in called)
        return { ...called, providers: [...called.providers, command] };
      return isPlain || !/[%\\]/.test(format.text) ? printed : undefined;
    }
    default:
      return program?.text.endsWith('()') === false && command.words.length === 1
        ? printedByFunction(program.text, commands)
        : undefined;
  }
}

function joined(words: readonly Word[], providers: readonly Command[]): BodySource {
  const [first] = words;
  if (first === undefined) return undefined;
  const caveat = words.find((word) => word.caveat !== undefined)?.caveat;
  const text = words.map((word) => word.text).join(' ');
  return { word: { text, offset: first.offset, ...(caveat && { caveat }) }, providers };
}

/** What a function prints that consists of one command, as our own export writes it. */
function printedByFunction(name: string, commands: readonly Command[]): BodySource {
  const start = commands.findIndex(({ words }) => words[0]?.text === `${name}()`);
  const end = commands.findIndex(({ words }, index) => index > start && words[0]?.text === '}');
  const [opening, body, closing] = commands.slice(start, end + 1);
  if (start < 0 || end !== start + 2 || body === undefined) return undefined;
  const printed = printedBy(body, []);
  return printed !== undefined && 'word' in printed
    ? {
        word: { ...printed.word, text: printed.word.text.trimEnd() },
        providers: [opening!, body, closing!],
      }
    : printed;
}
