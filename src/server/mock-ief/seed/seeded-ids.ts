import { createHash } from 'node:crypto';

/** Generates ids in the form of random UUIDs: the same seed gives the same ids in the same order. Not for secrets. */
export function createSeededIds(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${seed}\n${count}`).digest('hex');
    // Version 4 and variant 10, as in a random UUID.
    const variant = '89ab'[parseInt(hex[16] ?? '0', 16) % 4];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  };
}
