import type { EnvEntry, EnvText, SkippedLine } from '#src/convert/env/read-env.ts';

/** What happens to a variable in the list that a pasted line names too. */
export type Clash = 'replace' | 'keep';

/** What becomes of a pasted line. */
export type PlannedLine =
  | { readonly kind: 'add' | 'replace' | 'keep' | 'setAgain'; readonly entry: EnvEntry }
  | { readonly kind: 'skip'; readonly skipped: SkippedLine };

/** What becomes of each line of a text, in their order; `present` are the names in the list. */
export function planLines(
  { entries, skipped }: EnvText,
  present: ReadonlySet<string>,
  clash: Clash,
): readonly PlannedLine[] {
  const kindOf = ({ name, setAgainOn }: EnvEntry): 'add' | 'setAgain' | Clash => {
    if (setAgainOn !== undefined) return 'setAgain';
    return present.has(name) ? clash : 'add';
  };
  const lines: PlannedLine[] = [
    ...entries.map((entry) => ({ kind: kindOf(entry), entry })),
    ...skipped.map((line) => ({ kind: 'skip' as const, skipped: line })),
  ];
  return lines.sort((one, other) => lineOf(one) - lineOf(other));
}

/** The number of a line, its first one if it has several. */
export function lineOf(planned: PlannedLine): number {
  return planned.kind === 'skip' ? planned.skipped.line : planned.entry.line;
}
