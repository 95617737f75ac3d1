/** The first members of a list, and how many there are. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly count: number;
}

/** The first `limit` members. */
export function listFirst<T>(all: readonly T[], limit: number): Listed<T> {
  return { items: all.slice(0, limit), count: all.length };
}
