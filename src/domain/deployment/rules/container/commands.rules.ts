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

/** A word without blanks and without what a shell reads: right in every place. */
const PLAIN = /^[\w./:=@,+%-]+$/;

/** Longer texts are scripts, not command lines that someone typed. */
const MOST_LINE = 2_000;

/**
 * R44. Inferred: the entries reach the program as they are, and no shell reads them. Speaks only of what cannot be meant:
 * arguments may hold blanks, and a script behind `sh -c` may hold anything.
 */
export const commandIsWords: ContainerRule = {
  id: 'R44',
  title: {
    en: 'Command and arguments hold one word per entry; pipes and redirections need a shell.',
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
      // From the script on, everything belongs to the shell.
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
  /** True for the only argument where there is no command. */
  readonly isWholeLine: boolean;
  readonly before: string | undefined;
  readonly next: string | undefined;
}

function entryProblem(entry: string, place: Place): Text | undefined {
  if (entry.trim() === '') return blankProblem(entry, place);
  if (isShellOperator(entry, place.next)) return needsShell(entry);
  // A value behind an option that takes code: `python -c`, `node -e`, `perl -e`.
  if (/^(?:-[a-z]*[ce]|--eval|--command)$/.test(place.before ?? '')) return undefined;
  if (entry.length > MOST_LINE || !/\s/.test(entry.trim())) return undefined;
  if (place.isProgram) return isPathWithBlank(entry) ? undefined : severalWords(entry);
  if (
    place.isWholeLine &&
    !entry.includes('\n') &&
    isKnownProgram(commandWords(entry)[0]?.text ?? '')
  )
    return severalWords(entry);
  return isOptionWithValue(entry) ? severalWords(entry) : undefined;
}

/** An empty entry is an argument only where an option before it takes one: `--password ""`. */
function blankProblem(entry: string, { isProgram, before }: Place): Text | undefined {
  const isValue = !isProgram && before !== undefined && before.startsWith('-');
  if (isValue && entry === '') return undefined;
  return entry === ''
    ? { en: 'This entry is empty. Remove it.', zh: '此项为空，请删除。' }
    : {
        en: 'This entry holds only spaces. Remove it.',
        zh: '此项只有空白字符，请删除。',
      };
}

function isShellOperator(entry: string, next: string | undefined): boolean {
  if (/^(?:\|\|?|&&|;|>>|\d>>?(?:&\d)?|\d?>&\d|\d?>>?\/\S+)$/.test(entry)) return true;
  // One of these can be an argument (`expr 1 > 2`); before a path it is a redirection.
  return /^[<>]$/.test(entry) && next !== undefined && /[/.]/.test(next);
}

/** `/opt/My App/run`: a path goes on behind the blank. */
function isPathWithBlank(entry: string): boolean {
  const [first = ''] = entry.split(/\s/, 1);
  return !isKnownProgram(first) && /^\/\S+(?: [A-Z]\S*)+$/.test(entry) && /\/[^/]+$/.test(entry);
}

/** `--port 80`, `-c echo hi`, `--a=1 --b=2`; not `--opts=-Xmx1g -Xms1g`, whose value goes on. */
function isOptionWithValue(entry: string): boolean {
  const option = /^--?[A-Za-z][\w-]*(=\S*)?\s+\S/.exec(entry);
  if (option === null) return false;
  const value = option[1];
  if (value === undefined) return true;
  return !/^=["'-]/.test(value) && /\s--?[A-Za-z]/.test(entry);
}

function severalWords(entry: string): Text {
  const words = commandWords(entry);
  // An operator means that a shell has to read it.
  if (words.some(({ isOperator }) => isOperator)) return needsShell(entry);
  const parted = shown(words.map(({ text }) => JSON.stringify(text)).join(', '));
  return {
    en: `“${shown(entry)}” is several words in one entry. Write one word per entry: ${parted}.`,
    zh: `“${shown(entry)}” 在一项中包含多个词，请每个词一项：${parted}。`,
  };
}

function needsShell(entry: string): Text {
  return {
    en: `“${shown(entry)}” needs a shell. Write three entries: sh, -c and the whole line.`,
    zh: `“${shown(entry)}” 需要通过 shell 执行，请分三项填写：sh、-c、整行命令。`,
  };
}

/** What is wrong with the one line of an exec probe. */
function lineProblem(line: string): Text | undefined {
  if (line.trim() === '')
    return {
      en: 'The command holds only spaces. Write a command, such as cat /tmp/healthy.',
      zh: '命令只有空白字符，请填写命令，例如 cat /tmp/healthy。',
    };
  if (line.length > MOST_LINE) return undefined;
  const words = commandWords(line);
  const operator = words.findIndex(({ isOperator }) => isOperator);
  if (operator < 0) return undefined;
  if (scriptAt(words.slice(0, operator).map(({ text }) => text)) !== undefined) return undefined;
  const sign = words[operator]!.text;
  return {
    en: `No shell reads this command, so “${sign}” is passed to the program as an argument. Write sh -c "…" around it.`,
    zh: `该命令不经过 shell，“${sign}” 会作为参数传给程序，请写成 sh -c "…"。`,
  };
}
