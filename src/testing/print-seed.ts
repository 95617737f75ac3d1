import type { TestProject } from 'vitest/node';

/** Chooses the seed of all property tests before they run, and prints it so that a failure can be reproduced. */
export function setup({ provide }: Pick<TestProject, 'provide'>): void {
  const isNew = process.env.SEED === undefined;
  process.env.SEED ??= String(Date.now() % 2 ** 31);
  const { SEED: seed } = process.env;
  // Vitest calls this again for each browser.
  if (isNew) process.stdout.write(`properties: seed ${seed} (repeat with SEED=${seed})\n`);
  provide('seed', Number(seed));
  provide('isSoak', Boolean(process.env.SOAK));
}
