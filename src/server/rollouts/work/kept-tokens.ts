/** The tokens of people by rollout, in memory only. */
export interface KeptTokens {
  get(rolloutId: string): string | undefined;
  give(rolloutId: string, token: string): void;
  drop(rolloutId: string): void;
  /** Keeps a token for a rollout that `insert` stores. If that fails, the token is forgotten. */
  insertWith<T>(rolloutId: string, token: string, insert: () => Promise<T>): Promise<T>;
  /** The rollouts with a token, except those that are being stored. */
  known(): readonly string[];
}

export function createKeptTokens(): KeptTokens {
  const tokens = new Map<string, string>();
  const inserting = new Set<string>();
  return {
    get: (rolloutId) => tokens.get(rolloutId),
    give: (rolloutId, token) => void tokens.set(rolloutId, token),
    drop: (rolloutId) => void tokens.delete(rolloutId),
    async insertWith(rolloutId, token, insert) {
      inserting.add(rolloutId);
      // Before anything is stored: a pass in between must find it.
      tokens.set(rolloutId, token);
      try {
        return await insert();
      } catch (error) {
        tokens.delete(rolloutId);
        throw error;
      } finally {
        inserting.delete(rolloutId);
      }
    },
    known: () => [...tokens.keys()].filter((id) => !inserting.has(id)),
  };
}
