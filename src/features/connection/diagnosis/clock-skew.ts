/** How far two clocks may differ before it is spoken of, in milliseconds. */
export const SKEW_MOST_MS = 5 * 60 * 1000;
