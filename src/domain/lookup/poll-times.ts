/**
 * When to poll for the outcome of a request that got no usable response, in milliseconds after it ended: at once, then
 * 1, 2, 4, 8, 15 and 30 seconds apart. The last poll decides.
 */
export const POLLS_MS = [0, 1000, 3000, 7000, 15_000, 30_000, 60_000];
