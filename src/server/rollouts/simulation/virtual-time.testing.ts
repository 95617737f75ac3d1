import type { Clock } from '#src/server/time/clock.ts';

/** Time that moves only when everything else rests. */
export class VirtualTime {
  #elapsed = 1_000;
  #wallOffset = Date.UTC(2026, 10, 29, 12);
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  /** Shared by all processes; a person can set the wall clock. */
  readonly clock: Clock = {
    elapsed: () => this.#elapsed,
    wall: () => this.#wallOffset + this.#elapsed,
  };

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#elapsed + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  setWall(ms: number): void {
    this.#wallOffset += ms;
  }

  /** Runs the next timer and everything that follows from it. Returns false if there is none. */
  async step(): Promise<boolean> {
    // All work between two timers is made of promises, which are done before this.
    await new Promise((resolve) => setImmediate(resolve));
    let next = this.#timers[0];
    for (const timer of this.#timers) if (timer.at < next!.at) next = timer;
    if (next === undefined) return false;
    this.#timers = this.#timers.filter((other) => other !== next);
    this.#elapsed = Math.max(this.#elapsed, next.at);
    next.run();
    return true;
  }

  /** Lets time pass until something is true. */
  async until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    const begin = this.#elapsed;
    while (!(await isTrue())) {
      if (this.#elapsed - begin > 600_000) throw new Error('it never happens');
      await this.step();
    }
  }

  async pass(ms: number): Promise<void> {
    let isOver = false;
    this.after(ms, () => (isOver = true));
    await this.until(() => isOver);
  }
}
