import { shown } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath, toPointer, type Path } from '#src/json/path.ts';
import { dockerDefault, kubernetesDefault } from './loss-reasons.ts';
import { isEmptyLeaf, type Leaf, type SourceNode } from '../source/source.ts';

/** The result for one value of the input, or a note about something else. */
export type Level = 'carried' | 'changed' | 'lost' | 'note';

/** One line of the report. */
export interface Entry {
  readonly level: Level;
  /** The key path or flag as written in the input. */
  readonly source: string;
  readonly line: number;
  /** JSON pointer to the place of the value in the body; null if it has none. */
  readonly path: string | null;
  readonly message: Text;
  /** The file of the line, unless it is the input itself. */
  readonly file?: string;
}

/** The finished report with its totals. */
export interface Account {
  readonly report: readonly Entry[];
  /** Values that were carried or changed. */
  readonly carried: number;
  readonly values: number;
}

interface Fate {
  level: Exclude<Level, 'note'>;
  /** A path or a JSON pointer. */
  path: Path | string | null;
  message: Text | undefined;
  /** Another place may still keep the value. */
  isReplaced?: boolean;
}

/** Records the result for every value of an input. A value that nothing claims is reported as lost. */
export interface Ledger {
  /** Adds the values of a file that the input refers to. */
  addLeaves(leaves: readonly Leaf[]): void;
  /** The value keeps its meaning; without a message it is kept as written. */
  carry(source: SourceNode | undefined, to: Path | string | null, message?: Text): void;
  /** The value is kept in part or with another meaning. */
  change(source: SourceNode | undefined, to: Path | string, message: Text): void;
  /** The value is not in the body. */
  lose(source: SourceNode | undefined, message: Text): void;
  /** A later value takes its place here. It is lost unless another place of the body keeps it. */
  replace(source: SourceNode | undefined, message: Text): void;
  /** Adds a note about a part of the input. */
  note(source: Pick<Leaf, 'label' | 'line'> | SourceNode, to: Path | null, message: Text): void;
  /** Keeps the values of this part out of all messages, for secrets. */
  hide(source: SourceNode | undefined): void;
  isClaimed(leaf: Leaf): boolean;
  finish(explain?: Explain): Account;
}

/** Why a value that nothing claimed is lost; {@link dockerDefault} and {@link kubernetesDefault} if nothing changes without it. */
export type Explain = (leaf: Leaf) => Text | undefined;

const rank = { carried: 0, changed: 1, lost: 2 } as const;

/** `input` are all values of the text, in its order. */
export function createLedger(input: readonly Leaf[]): Ledger {
  const leaves = [...input];
  const fates = new Map<Leaf, Fate>();
  const notes: Entry[] = [];
  const hidden = new Set<Leaf>();

  const claimLeaf = (leaf: Leaf, fate: Fate) => {
    const before = fates.get(leaf);
    if (before === undefined || before.isReplaced === true) fates.set(leaf, fate);
    // A value that several places share is reported once, with the worst result.
    else if (fate.isReplaced !== true && rank[before.level] < rank[fate.level])
      fates.set(leaf, fate);
  };
  const claim = (source: SourceNode | undefined, fate: Fate) => {
    if (source === undefined) return;
    if (source.kind === 'leaf') claimLeaf(source, fate);
    else for (const leaf of leavesOf(source)) claimLeaf(leaf, fate);
  };
  const carryLeaf = (leaf: Leaf, path: Path | string | null, message: Text | undefined) => {
    const { caveat } = leaf;
    if (caveat === undefined) claimLeaf(leaf, { level: 'carried', path, message });
    else claimLeaf(leaf, { level: 'changed', path, message: caveat });
  };

  return {
    addLeaves(more) {
      for (const leaf of more) leaves.push(leaf);
    },
    carry(source, to, message) {
      if (source === undefined) return;
      if (source.kind === 'leaf') carryLeaf(source, to, message);
      else for (const leaf of leavesOf(source)) carryLeaf(leaf, to, message);
    },
    change: (source, to, message) => claim(source, { level: 'changed', path: to, message }),
    lose: (source, message) => claim(source, { level: 'lost', path: null, message }),
    replace: (source, message) =>
      claim(source, { level: 'lost', path: null, message, isReplaced: true }),
    note(source, to, message) {
      const label = 'label' in source ? source.label : labelOf(source);
      const path = to === null ? null : toPointer(to);
      notes.push({ level: 'note', source: label, line: source.line, path, message });
    },
    hide(source) {
      if (source !== undefined) for (const leaf of leavesOf(source)) hidden.add(leaf);
    },
    isClaimed: (leaf) => fates.has(leaf),
    finish(explain) {
      let lost = 0;
      const entries = leaves.map((leaf): Entry => {
        const fate = fates.get(leaf) ?? unclaimed(leaf, explain);
        if (fate.level === 'lost') lost += 1;
        const entry = {
          level: fate.level,
          source: leaf.label,
          line: leaf.line,
          path: pointerOf(fate),
          message: quoting(
            hidden.has(leaf) ? '***' : shown(leaf.original ?? leaf.text),
            messageOf(leaf, fate),
          ),
        };
        return leaf.file === undefined ? entry : { ...entry, file: leaf.file };
      });
      const report = entries.concat(notes).sort((a, b) => a.line - b.line);
      return { report, carried: leaves.length - lost, values: leaves.length };
    },
  };
}

/** The message of a value that was carried without a change. */
export const asWritten: Text = { en: 'kept as written.', zh: '原样保留。' };
function messageOf(leaf: Leaf, { level, message }: Fate): Text {
  const own = message ?? (leaf.original === undefined ? asWritten : replaced(leaf));
  const { caveat } = leaf;
  if (level !== 'lost' || caveat === undefined) return own;
  return { en: `${own.en} Also: ${caveat.en}`, zh: `${own.zh}另外，${caveat.zh}` };
}

function replaced({ text }: Leaf): Text {
  return { en: `is “${shown(text)}”.`, zh: `即“${shown(text)}”。` };
}

const noCounterpart: Text = { en: 'IEF has no field for this.', zh: 'IEF 没有对应的字段。' };
const holdsNothing: Text = { en: 'empty, nothing to keep.', zh: '为空，无需保留。' };

function unclaimed(leaf: Leaf, explain?: Explain): Fate {
  if (isEmptyLeaf(leaf)) return { level: 'carried', path: null, message: holdsNothing };
  const message = explain?.(leaf) ?? noCounterpart;
  const isKept = message === dockerDefault || message === kubernetesDefault;
  return { level: isKept ? 'carried' : 'lost', path: null, message };
}

function pointerOf({ path }: Fate): string | null {
  return path === null || typeof path === 'string' ? path : toPointer(path);
}

function quoting(value: string, message: Text): Text {
  const quoted = `“${value}”`;
  return { en: quoted + afterQuote(message).en, zh: quoted + afterQuote(message).zh };
}

/** A message with the colon before it, made once for each message. */
function afterQuote(message: Text): Text {
  let text = prefixed.get(message);
  if (text === undefined)
    prefixed.set(message, (text = { en: `: ${message.en}`, zh: `：${message.zh}` }));
  return text;
}

const prefixed = new WeakMap<Text, Text>();

function labelOf(source: SourceNode): string {
  return source.kind === 'leaf' ? source.label : formatPath(source.path);
}

/** The values in a part of the input, without recursion; shared parts count once. */
export function leavesOf(source: SourceNode): readonly Leaf[] {
  if (source.kind === 'leaf') return [source];
  const leaves: Leaf[] = [];
  const seen = new Set<SourceNode>();
  const open: SourceNode[] = [source];
  while (open.length > 0) {
    const part = open.pop()!;
    if (part.kind === 'leaf') {
      leaves.push(part);
      continue;
    }
    if (seen.has(part)) continue;
    seen.add(part);
    for (const one of part.kind === 'object' ? part.entries.values() : part.items) open.push(one);
  }
  return leaves;
}
