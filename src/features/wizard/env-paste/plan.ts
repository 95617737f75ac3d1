import type { EnvEntry, EnvText, SkippedLine } from '#src/convert/env/read-env.ts';

/** How to handle a pasted name that the list already contains. */
export type Clash = 'replace' | 'keep';

export type PlannedLine =
  | { readonly kind: 'add' | 'replace' | 'keep' | 'setAgain'; readonly entry: EnvEntry }
  | { readonly kind: 'skip'; readonly skipped: SkippedLine };

/** Decides for each line whether it is added, replaces a value or is skipped. `present` are the names in the list. */
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

/** The number of the first line of an entry. */
export function lineOf(planned: PlannedLine): number {
  return planned.kind === 'skip' ? planned.skipped.line : planned.entry.line;
}
