/** Milliseconds of work before the page gets its turn. */
const SLICE_MS = 8;

let sliceEnd = 0;

/** Lets the page handle input and paint if work has gone on for a while. Rejects once the signal is aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  if (performance.now() >= sliceEnd) {
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  signal.throwIfAborted();
}

/** A message is not delayed like a nested timer, and runs after pending input. */
async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
  port1.close();
}
