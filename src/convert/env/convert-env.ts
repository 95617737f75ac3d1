import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Ledger } from '../report/ledger.ts';
import type { Json } from '#src/json/value.ts';
import { createLeaf, type Leaf } from '../source/source.ts';
import { readDockerEnv } from './read-docker-env.ts';
import { readEnv, type EnvEntry, type EnvNote, type SkippedLine } from './read-env.ts';

/** How a .env text is read. */
export type EnvDialect = 'docker' | 'compose';

/** A .env text with a leaf for each of its lines that means something. */
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

/** A line that sets nothing, which the report calls by its text. */
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
        en: `set again in line ${entry.setAgainOn}, which counts.`,
        zh: `第 ${entry.setAgainOn} 行再次设置，以该行为准。`,
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

/** Notes that say that the value may not be what was meant. */
const doubtful: ReadonlySet<EnvNote> = new Set(['openQuote', 'afterQuote', 'reference']);

const notes: Readonly<Record<EnvNote, Text>> = {
  export: { en: 'export left out', zh: '已去掉 export' },
  quotes: { en: 'quotes left out', zh: '已去掉引号' },
  escapes: { en: 'escapes replaced', zh: '已替换转义字符' },
  comment: { en: 'comment left out', zh: '已去掉注释' },
  openQuote: {
    en: 'the quote is never closed, so it is part of the value',
    zh: '引号未闭合，保留在值中',
  },
  afterQuote: {
    en: 'something follows the quote, so it is part of the value',
    zh: '引号后还有内容，引号保留在值中',
  },
  reference: {
    en: 'it refers to another variable, which is not replaced',
    zh: '其中引用了其他变量，未替换',
  },
};

/** What was done to a value, and what is odd about it. */
function noteText({ notes: own, value, line, lastLine }: EnvEntry): Text | undefined {
  const parts = own.map((note) => notes[note]);
  if (value === '') parts.push({ en: 'an empty value', zh: '值为空' });
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
  noEquals: { en: 'this line has no =, so it sets nothing.', zh: '此行没有等号，未设置变量。' },
  noName: { en: 'there is no name before the =.', zh: '等号前没有变量名。' },
  spaceInName: { en: 'a name cannot have blanks.', zh: '变量名不能包含空格。' },
};
