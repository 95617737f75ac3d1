/** The two clocks of the server, passed in so that tests can move them. Both give milliseconds. */
export interface Clock {
  /**
   * Since 1970, by the clock of the machine. It jumps when someone sets that clock, so it is for times that are stored,
   * shown, or compared with the times of other machines.
   */
  readonly wall: () => number;
  /** Since some fixed moment. It never runs backwards, so it is for limits, timeouts and ages. */
  readonly elapsed: () => number;
}

/** The clocks of this machine. */
export const systemClock: Clock = { wall: Date.now, elapsed: () => performance.now() };
