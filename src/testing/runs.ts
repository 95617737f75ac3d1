import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Seed of all property tests. */
    seed: number;
    /** True in `npm run soak`. */
    isSoak: boolean;
  }
}

const isSoak = inject('isSoak');

/** Number of runs of a property: `quick` in `npm test`, at least 10,000 in `npm run soak`. */
export function runs(quick: number): number {
  return isSoak ? Math.max(10_000, quick) : quick;
}

/** Timeout of a property test: only for one that hangs. */
export const PROPERTY_MS = isSoak ? 7_200_000 : 600_000;
