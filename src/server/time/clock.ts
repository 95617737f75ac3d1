/** Injected so that tests can move them. Both return milliseconds. */
export interface Clock {
  /**
   * Milliseconds since 1970, from the machine's clock. It jumps when someone sets the clock, so use it for times that
   * are stored, shown, or compared with other machines.
   */
  readonly wall: () => number;
  /** Monotonic. Use it for limits, timeouts and ages. */
  readonly elapsed: () => number;
}

export const systemClock: Clock = { wall: Date.now, elapsed: () => performance.now() };
