/** Runs once before all tests: chooses the seed of every property and prints it, so that a failure can be had again. */
export function setup(): void {
  process.env.SEED ??= String(Date.now() % 2 ** 31);
  process.stdout.write(
    `properties: seed ${process.env.SEED} (again with SEED=${process.env.SEED})\n`,
  );
}
