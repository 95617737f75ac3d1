import type { ReadText } from '../source/read-json.ts';
import { withChanges, type Leaf, type SourceNode } from '../source/source.ts';
import { interpolate, type VariableUse } from './interpolate.ts';

/** A variable of a compose file, for the table in which users enter its value. */
export interface ComposeVariable {
  readonly name: string;
  readonly line: number;
  readonly value?: string;
  readonly fallback?: string;
  readonly isRequired: boolean;
}

/** The text with its variables replaced, and the variables. */
export interface ReplacedText {
  readonly read: ReadText;
  readonly variables: readonly ComposeVariable[];
}

/** Replaces the variables in all texts of a compose file; keys stay as they are. */
export function replaceVariables(
  read: ReadText,
  lookup: (name: string) => string | undefined,
): ReplacedText {
  const variables = new Map<string, ComposeVariable>();
  const replaced = new Map<SourceNode, SourceNode>();
  const note = (use: VariableUse, line: number) => {
    const before = variables.get(use.name);
    if (before !== undefined && !(use.isRequired && !before.isRequired)) return;
    const value = lookup(use.name);
    variables.set(use.name, { ...use, line, ...(value !== undefined && { value }) });
  };
  const leaves = read.leaves.map((leaf): Leaf => {
    if (typeof leaf.value !== 'string' || !leaf.text.includes('$')) return leaf;
    const { text, uses, problem } = interpolate(leaf.text, lookup);
    for (const use of uses) note(use, leaf.line);
    const own = withChanges(leaf, {
      text,
      value: text,
      original: leaf.text,
      ...(problem !== undefined && { caveat: problem }),
    });
    replaced.set(leaf, own);
    return own;
  });
  const documents = read.documents.map((document) => rebuild(document, replaced));
  return { read: { ...read, documents, leaves }, variables: [...variables.values()] };
}

/** The same tree with other leaves. Parts that aliases share stay shared. */
function rebuild(source: SourceNode, replaced: Map<SourceNode, SourceNode>): SourceNode {
  const known = replaced.get(source);
  if (known !== undefined || source.kind === 'leaf') return known ?? source;
  const own: SourceNode =
    source.kind === 'list'
      ? { ...source, items: source.items.map((item) => rebuild(item, replaced)) }
      : {
          ...source,
          entries: new Map(
            [...source.entries].map(([key, part]) => [key, rebuild(part, replaced)]),
          ),
        };
  replaced.set(source, own);
  return own;
}
