import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Every property of the run starts from it. */
    seed: number;
    /** True in `npm run soak`. */
    isSoak: boolean;
  }
}

const isSoak = inject('isSoak');

/** How often a property is tried: `quick` times in `npm test`, 10,000 times and more in `npm run soak`. */
export function runs(quick: number): number {
  return isSoak ? Math.max(10_000, quick) : quick;
}

/** How long such a property may take before it counts as hung, milliseconds. */
export const PROPERTY_MS = isSoak ? 1_800_000 : 60_000;
