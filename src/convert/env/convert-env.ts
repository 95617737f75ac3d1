import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Ledger } from '../report/ledger.ts';
import type { Json } from '#src/json/value.ts';
import { createLeaf, type Leaf } from '../source/source.ts';
import { readDockerEnv } from './read-docker-env.ts';
import { readEnv, type EnvEntry, type EnvNote, type SkippedLine } from './read-env.ts';

/** The syntax of a .env text. */
export type EnvDialect = 'docker' | 'compose';

/** A .env text with a leaf for each variable and each invalid line. */
export interface EnvInput {
  readonly leaves: readonly Leaf[];
  readonly variables: readonly { readonly entry: EnvEntry; readonly leaf: Leaf }[];
  readonly skipped: readonly { readonly line: SkippedLine; readonly leaf: Leaf }[];
  readonly commentLines: readonly number[];
}

/** Reads a .env text in one of the two dialects. */
export function readEnvInput(text: string, dialect: EnvDialect): EnvInput {
  const { entries, skipped } = dialect === 'docker' ? readDockerEnv(text) : readEnv(text);
  const variables = entries.map((entry) => ({
    entry,
    leaf: createLeaf([entry.name], entry.line, entry.value, entry.value),
  }));
  const others = skipped
    .filter(({ why }) => why !== 'comment')
    .map((line) => ({
      line,
      leaf: lineLeaf(line),
    }));
  const leaves = [...variables, ...others].map(({ leaf }) => leaf).sort((a, b) => a.line - b.line);
  const commentLines = skipped.filter(({ why }) => why === 'comment').map(({ line }) => line);
  return { leaves, variables, skipped: others, commentLines };
}

/** An invalid line; the report shows its text. */
function lineLeaf({ line, text }: SkippedLine): Leaf {
  const label = text.trim();
  return { ...createLeaf([label], line, label, label), label };
}

/** The initial document with the variables of a .env text in its container. */
export function convertEnv(ledger: Ledger, { variables, skipped }: EnvInput): Json {
  const envs: { name: string; value: string }[] = [];
  for (const { entry, leaf } of variables) {
    if (entry.setAgainOn !== undefined) {
      ledger.lose(leaf, {
        en: `overridden on line ${entry.setAgainOn}.`,
        zh: `已在第 ${entry.setAgainOn} 行重新设置，以该行为准。`,
      });
      continue;
    }
    const to = ['deployment', 'template', 'containers', 0, 'envs', envs.length, 'value'];
    envs.push({ name: entry.name, value: entry.value });
    const message = noteText(entry);
    if (entry.notes.some((note) => doubtful.has(note))) ledger.change(leaf, to, message!);
    else ledger.carry(leaf, to, message);
  }
  for (const { line, leaf } of skipped) ledger.lose(leaf, reasons[line.why]);
  const { deployment } = initialBody;
  const [container] = deployment.template.containers;
  return {
    ...initialBody,
    deployment: {
      ...deployment,
      template: { ...deployment.template, containers: [{ ...container, envs }] },
    },
  };
}

/** Notes on values that may not be the intended ones. */
const doubtful: ReadonlySet<EnvNote> = new Set(['openQuote', 'afterQuote', 'reference', 'command']);

const notes: Readonly<Record<EnvNote, Text>> = {
  export: { en: 'export removed', zh: '已去掉 export' },
  quotes: { en: 'quotes removed', zh: '已去掉引号' },
  escapes: { en: 'escapes replaced', zh: '已替换转义字符' },
  comment: { en: 'comment removed', zh: '已去掉注释' },
  openQuote: {
    en: 'the quote is not closed and is kept as part of the value',
    zh: '引号未闭合，保留在值中',
  },
  afterQuote: {
    en: 'text follows the closing quote, so the quotes are kept as part of the value',
    zh: '引号后还有内容，引号保留在值中',
  },
  reference: {
    en: 'it refers to another variable, which was not replaced',
    zh: '其中引用了其他变量，未替换',
  },
  command: {
    en: 'only a shell runs the command in it, which is kept as written',
    zh: '其中的命令只有 shell 才会执行，按原文保留',
  },
};

/** The changes made to a value, and warnings about it. */
function noteText({ notes: own, value, line, lastLine }: EnvEntry): Text | undefined {
  const parts = own.map((note) => notes[note]);
  if (value === '') parts.push({ en: 'empty value', zh: '值为空' });
  if (lastLine > line)
    parts.push({ en: `lines ${line} to ${lastLine}`, zh: `第 ${line}~${lastLine} 行` });
  if (parts.length === 0) return undefined;
  return {
    en: `${parts.map(({ en }) => en).join('; ')}.`,
    zh: `${parts.map(({ zh }) => zh).join('；')}。`,
  };
}

const reasons: Readonly<Record<SkippedLine['why'], Text>> = {
  comment: { en: 'a comment.', zh: '注释。' },
  noEquals: { en: 'no = on this line, so it sets no variable.', zh: '此行没有等号，未设置变量。' },
  noName: { en: 'no name before the =.', zh: '等号前没有变量名。' },
  spaceInName: { en: 'a name cannot contain spaces.', zh: '变量名不能包含空格。' },
};
