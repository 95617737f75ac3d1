import type { ReadText } from '../source/read-json.ts';
import { replaceLeaves } from '../source/replace-leaves.ts';
import { withChanges, type Leaf } from '../source/source.ts';
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
  const note = (use: VariableUse, line: number) => {
    const before = variables.get(use.name);
    if (before !== undefined && !(use.isRequired && !before.isRequired)) return;
    const value = lookup(use.name);
    variables.set(use.name, { ...use, line, ...(value !== undefined && { value }) });
  };
  const own = replaceLeaves(read, (leaf): Leaf => {
    if (typeof leaf.value !== 'string' || !leaf.text.includes('$')) return leaf;
    const { text, uses, problem } = interpolate(leaf.text, lookup);
    for (const use of uses) note(use, leaf.line);
    return withChanges(leaf, {
      text,
      value: text,
      original: leaf.text,
      ...(problem !== undefined && { caveat: problem }),
    });
  });
  return { read: own, variables: [...variables.values()] };
}
