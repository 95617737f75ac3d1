import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';

/** Which rows of a rehearsal have the fault. */
export const faultyWays = ['every', 'share', 'rows'] as const;
export type FaultyWay = (typeof faultyWays)[number];

export interface FaultyChoice {
  readonly way: FaultyWay;
  /** A number, a percentage, or rows by number or name: `3, 10-12, gateway-07`. */
  readonly text: string;
}

export const faultyTexts: Readonly<Record<FaultyWay, string>> = {
  every: '10',
  share: '10%',
  rows: '2',
};

/** The indexes of the rows with the fault; undefined if the text says nothing. */
export function faultyRows(
  { way, text }: FaultyChoice,
  rows: readonly PlannedRow[],
): ReadonlySet<number> | undefined {
  if (way === 'rows') return chosenRows(text, rows);
  const match = /^(\d{1,5})[%％]?$/.exec(text.trim());
  const number = Number(match?.[1]);
  if (!(number >= 1)) return undefined;
  if (way === 'every')
    return new Set([...rows.keys()].filter((index) => (index + 1) % number === 0));
  if (number > 100) return undefined;
  const count = Math.max(1, Math.round((rows.length * number) / 100));
  // Spread evenly, so that each wave has its part.
  return new Set(
    Array.from({ length: Math.min(count, rows.length) }, (_, at) =>
      Math.floor(((at + 0.5) * rows.length) / count),
    ),
  );
}

function chosenRows(text: string, rows: readonly PlannedRow[]): ReadonlySet<number> | undefined {
  const byName = new Map(
    rows.flatMap(
      ({ id, name = id }, index) =>
        [
          [name, index],
          [id, index],
        ] as const,
    ),
  );
  const found = new Set<number>();
  for (const part of text.split(/[,，、;；\s]+/).filter(Boolean)) {
    const range = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part);
    const named = byName.get(part);
    if (named !== undefined) found.add(named);
    else if (range === null) return undefined;
    else {
      const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
      if (first < 1 || last < first || last > rows.length) return undefined;
      for (let row = first; row <= last; row++) found.add(row - 1);
    }
  }
  return found.size > 0 ? found : undefined;
}
