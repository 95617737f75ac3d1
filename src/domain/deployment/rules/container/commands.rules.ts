import { shown } from '#src/domain/core/characters/characters.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import {
  commandWords,
  isKnownProgram,
  scriptAt,
} from '#src/domain/deployment/values/command-words.ts';
import { inContainers } from '../base/body-parts.ts';
import { isFilled } from '../base/read.ts';

const probes = ['readiness_probe', 'liveness_probe'] as const;

/** A word without blanks or shell syntax, which is valid everywhere. */
const PLAIN = /^[\w./:=@,+%-]+$/;

/** Longer text is a script, not a typed command line. */
const MAX_LINE_LENGTH = 2_000;

/**
 * R44. Inferred: the entries are passed to the program unchanged, without a shell. Reports only what is certainly wrong:
 * an argument may contain blanks, and a script after `sh -c` may contain anything.
 */
export const commandIsWords: ContainerRule = {
  id: 'R44',
  title: {
    en: 'Each entry of a command or its arguments is one word; pipes and redirections need a shell.',
    zh: '启动命令和参数每个词一项；管道和重定向需要通过 shell 执行。',
  },
  source: 'Kubernetes',
  basis: 'inferred',
  severity: 'warning',
  scope: 'container',
  reads: inContainers('command', 'args', ...probes.map((probe) => `${probe}.exec.command`)),
  blames: inContainers('command[]', 'args[]', ...probes.map((probe) => `${probe}.exec.command`)),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    entryFindings(container, findings);
    for (const probe of probes) {
      const line = getIn(container, [probe, 'exec', 'command']);
      const message = isFilled(line) ? lineProblem(line) : undefined;
      if (message) findings.push({ path: [probe, 'exec', 'command'], message });
    }
    return findings;
  },
};

function entryFindings(container: unknown, findings: RuleFinding[]): void {
  const command = asList(getIn(container, ['command']));
  const args = asList(getIn(container, ['args']));
  const entries = [...command, ...args].map((entry) => (typeof entry === 'string' ? entry : ''));
  const script = scriptAt(entries) ?? Number.POSITIVE_INFINITY;
  for (const [key, list, offset] of [
    ['command', command, 0],
    ['args', args, command.length],
  ] as const) {
    for (let index = 0; index < list.length; index++) {
      const entry = list[index];
      // The shell interprets the script and everything after it.
      if (typeof entry !== 'string' || offset + index >= script || PLAIN.test(entry)) continue;
      const before = entries[offset + index - 1];
      const isFirst = key === 'command' ? index === 0 : command.length === 0 && index === 0;
      const isAlone = key === 'args' && list.length === 1;
      const message = entryProblem(entry, {
        isProgram: key === 'command' && isFirst,
        isWholeLine: key === 'args' && isFirst && isAlone,
        before,
        next: entries[offset + index + 1],
      });
      if (message) findings.push({ path: [key, index], message });
    }
  }
}

interface Place {
  /** True for the first entry of the command. */
  readonly isProgram: boolean;
  /** True for the only argument of a container without a command. */
  readonly isWholeLine: boolean;
  readonly before: string | undefined;
  readonly next: string | undefined;
}

function entryProblem(entry: string, place: Place): Text | undefined {
  if (entry.trim() === '') return blankProblem(entry, place);
  if (isShellOperator(entry, place.next)) return needsShell(entry);
  // The value of an option that takes code: `python -c`, `node -e`, `perl -e`.
  if (/^(?:-[a-z]*[ce]|--eval|--command)$/.test(place.before ?? '')) return undefined;
  if (entry.length > MAX_LINE_LENGTH || !/\s/.test(entry.trim())) return undefined;
  if (place.isProgram) return isPathWithBlank(entry) ? undefined : severalWords(entry);
  if (
    place.isWholeLine &&
    !entry.includes('\n') &&
    isKnownProgram(commandWords(entry)[0]?.text ?? '')
  )
    return severalWords(entry);
  return isOptionWithValue(entry) ? severalWords(entry) : undefined;
}

/** An empty entry is a valid argument only after an option: `--password ""`. */
function blankProblem(entry: string, { isProgram, before }: Place): Text | undefined {
  const isValue = !isProgram && before !== undefined && before.startsWith('-');
  if (isValue && entry === '') return undefined;
  return entry === ''
    ? { en: 'This entry is empty. Remove it.', zh: '此项为空，请删除。' }
    : {
        en: 'This entry contains only whitespace. Remove it.',
        zh: '此项只有空白字符，请删除。',
      };
}

function isShellOperator(entry: string, next: string | undefined): boolean {
  if (/^(?:\|\|?|&&|;|>>|\d>>?(?:&\d)?|\d?>&\d|\d?>>?\/\S+)$/.test(entry)) return true;
  // `<` and `>` can be arguments (`expr 1 > 2`), but before a path they redirect.
  return /^[<>]$/.test(entry) && next !== undefined && /[/.]/.test(next);
}

/** True for a path that contains a blank: `/opt/My App/run`. */
function isPathWithBlank(entry: string): boolean {
  const [first = ''] = entry.split(/\s/, 1);
  return !isKnownProgram(first) && /^\/\S+(?: [A-Z]\S*)+$/.test(entry) && /\/[^/]+$/.test(entry);
}

/** True for `--port 80`, `-c echo hi` and `--a=1 --b=2`; not for `--opts=-Xmx1g -Xms1g`, whose value contains the blank. */
function isOptionWithValue(entry: string): boolean {
  const option = /^--?[A-Za-z][\w-]*(=\S*)?\s+\S/.exec(entry);
  if (option === null) return false;
  const value = option[1];
  if (value === undefined) return true;
  return !/^=["'-]/.test(value) && /\s--?[A-Za-z]/.test(entry);
}

function severalWords(entry: string): Text {
  const words = commandWords(entry);
  if (words.some(({ isOperator }) => isOperator)) return needsShell(entry);
  const wordList = shown(words.map(({ text }) => JSON.stringify(text)).join(', '));
  return {
    en: `“${shown(entry)}” has several words in one entry. Use one entry per word: ${wordList}.`,
    zh: `“${shown(entry)}”在一项中包含多个词，请每个词一项：${wordList}。`,
  };
}

function needsShell(entry: string): Text {
  return {
    en: `“${shown(entry)}” needs a shell. Use three entries: sh, -c, and the whole command line.`,
    zh: `“${shown(entry)}”需要通过 shell 执行，请分三项填写：sh、-c、整行命令。`,
  };
}

/** The problem with the command line of an exec probe. */
function lineProblem(line: string): Text | undefined {
  if (line.trim() === '')
    return {
      en: 'The command contains only whitespace. Enter a command such as cat /tmp/healthy.',
      zh: '命令只有空白字符，请填写命令，例如 cat /tmp/healthy。',
    };
  if (line.length > MAX_LINE_LENGTH) return undefined;
  const words = commandWords(line);
  const operator = words.findIndex(({ isOperator }) => isOperator);
  if (operator < 0) return undefined;
  if (scriptAt(words.slice(0, operator).map(({ text }) => text)) !== undefined) return undefined;
  const sign = words[operator]!.text;
  return {
    en: `This command does not run in a shell, so “${sign}” is passed to the program as an argument. Wrap the command in sh -c "…".`,
    zh: `该命令不经过 shell，“${sign}”会作为参数传给程序，请写成 sh -c "…"。`,
  };
}
