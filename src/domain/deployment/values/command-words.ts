/** A part of a command line: a word, or an operator of the shell outside quotes. */
export interface CommandWord {
  readonly text: string;
  readonly isOperator: boolean;
}

const OPERATOR = /^(?:\d?>>?(?:&\d)?|<<?|\|\|?|&&|;)/;

/** Splits a command line into words as a shell does. Quoted or escaped blanks do not separate words. */
export function commandWords(line: string): readonly CommandWord[] {
  const words: CommandWord[] = [];
  let text = '';
  let quote = '';
  let isWord = false;
  const end = () => {
    if (isWord) words.push({ text, isOperator: false });
    text = '';
    isWord = false;
  };
  for (let at = 0; at < line.length; at++) {
    const one = line[at]!;
    if (quote !== '') {
      if (one === quote) quote = '';
      else text += one;
    } else if (one === '"' || one === "'") {
      quote = one;
      isWord = true;
    } else if (one === '\\' && at + 1 < line.length) {
      text += line[++at]!;
      isWord = true;
    } else if (/\s/.test(one)) {
      end();
    } else {
      // A digit is part of an operator only at the start of a word: `2>&1`, not `a2>b`.
      const operator = OPERATOR.exec(line.slice(at, at + 4))?.[0];
      if (operator !== undefined && !(isWord && /^\d/.test(operator))) {
        end();
        words.push({ text: operator, isOperator: true });
        at += operator.length - 1;
      } else {
        text += one;
        isWord = true;
      }
    }
  }
  end();
  return words;
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'busybox']);
const PROGRAMS = new Set(
  (
    'sh bash ash dash zsh ksh busybox python python2 python3 node java npm npx yarn pnpm go ruby perl php dotnet ' +
    'nginx redis-server mysqld postgres gunicorn uvicorn supervisord tini ' +
    'sleep echo cat tail env exec cd curl wget'
  ).split(' '),
);

/** The file name of a program without its folder. */
function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

/** True for a program that containers are often started with, or one in a usual folder for programs. */
export function isKnownProgram(word: string): boolean {
  return PROGRAMS.has(baseName(word)) || /^\/(?:usr\/)?(?:local\/)?s?bin\/\S+$/.test(word);
}

/**
 * The index of the shell script in a list of words: the word after `sh -c`, at any position (`timeout 5 sh -c
 * ...`). Undefined if there is none.
 */
export function scriptAt(words: readonly string[]): number | undefined {
  for (let at = 0; at + 1 < words.length; at++) {
    if (!SHELLS.has(baseName(words[at]!))) continue;
    for (let flag = at + 1; flag < words.length; flag++) {
      const word = words[flag]!;
      if (/^-[a-z]*c$/.test(word)) return flag + 1;
      // busybox takes the name of its shell first; other shells may have options before -c.
      if (!word.startsWith('-') && !SHELLS.has(word)) break;
    }
  }
  return undefined;
}
