/** How often a property is tried: `quick` times in `npm test`, 10,000 times and more in `npm run soak`. */
export function runs(quick: number): number {
  return process.env.SOAK ? Math.max(10_000, quick) : quick;
}

/** How long such a property may take before it counts as hung, milliseconds. */
export const PROPERTY_MS = process.env.SOAK ? 1_800_000 : 60_000;
