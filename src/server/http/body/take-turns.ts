/** Work that occupies the thread for long, such as parsing megabytes: one piece at a time. */
export interface Turns {
  /** Runs `work` after all earlier work. Between two pieces, other requests get their turn. */
  <Result>(work: () => Result): Promise<Result>;
}

export function createTurns(): Turns {
  let last = Promise.resolve();
  return async (work) => {
    const before = last;
    const { promise, resolve } = makeSignal();
    last = promise;
    await before;
    // Sockets are read between two of these callbacks.
    await new Promise((next) => setImmediate(next));
    try {
      return work();
    } finally {
      resolve();
    }
  };
}

function makeSignal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
