/** Two clocks that differ by more than this are reported, in milliseconds. */
export const MAX_SKEW_MS = 5 * 60 * 1000;
