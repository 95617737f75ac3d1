/** The first members of a list, and how many there are. */
export interface FirstItems<T> {
  readonly items: readonly T[];
  readonly count: number;
}

/** The first `limit` members. */
export function firstItems<T>(all: readonly T[], limit: number): FirstItems<T> {
  return { items: all.slice(0, limit), count: all.length };
}
