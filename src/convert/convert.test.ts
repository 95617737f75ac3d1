import { expect, test } from 'vitest';
import { convert } from './convert.ts';

function progressOf(text: string): readonly number[] {
  const shares: number[] = [];
  convert({ text }, (share) => shares.push(share));
  return shares;
}

const variables = Array.from({ length: 2000 }, (_, index) => ({ name: `V${index}`, value: 'x' }));
const spec = { containers: [{ name: 'a', image: 'b', env: variables }] };
const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };

test.each([
  ['JSON', JSON.stringify(manifest)],
  ['YAML', `# a Pod\n${JSON.stringify(manifest)}`],
])(
  'reports progress while it reads %s: increasing, about a hundred times, 1 at the end',
  (_, text) => {
    const shares = progressOf(text);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares.length).toBeLessThan(210);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  },
);

test('does not report completion for a refused text', () => {
  expect(progressOf('{"name": "a"')).not.toContain(1);
});
