import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { placeParts } from './place-parts.ts';
import { toDrawnDeployment } from './drawn-deployment.ts';
import { shortenText } from './shorten-text.ts';

const place = (containers: Json) =>
  placeParts(toDrawnDeployment({ deployment: { template: { containers } } }));

const volume = (source: string, name = 'v') => ({
  name,
  type: 'hostPath',
  source,
  destination: '/d',
});

test('boxes of one column do not overlap', () => {
  const { containers, ports, sources, height } = place(
    Array.from({ length: 5 }, (_, index) => ({
      name: `c${index}`,
      ports: Array.from({ length: index }, () => ({ container_port: 1, host_port: 2 })),
      volumes: [volume(`/a${index}`), volume(`/b${index}`), volume('/shared')],
    })),
  );
  for (const column of [containers, ports, sources]) {
    const sorted = column.toSorted((a, b) => a.top - b.top);
    for (const [index, box] of sorted.slice(1).entries())
      expect(box.top).toBeGreaterThanOrEqual(sorted[index]!.top + sorted[index]!.height);
    for (const box of column) expect(box.top + box.height).toBeLessThan(height);
  }
});

test('a source that several containers use is drawn once, with a link from each', () => {
  const { sources, links } = place([
    { name: 'a', volumes: [volume('/data')] },
    { name: 'b', volumes: [volume('/data', 'w')] },
  ]);
  expect(sources).toHaveLength(1);
  expect(links).toHaveLength(2);
});

test('ports without a port of the node are not drawn, and a large deployment is drawn in part', () => {
  expect(place([{ name: 'a', ports: [{ container_port: 80 }] }]).ports).toEqual([]);
  const { containers, rest } = place(Array.from({ length: 20 }, () => ({ name: 'c' })));
  expect([containers.length, rest]).toEqual([12, 8]);
});

test('a long text is shortened in the middle, and wide characters count twice', () => {
  expect(shortenText('short', 10)).toBe('short');
  expect(shortenText('abcdefghijklmnop', 9)).toBe('abcd…mnop');
  expect(shortenText('一二三四五六七八', 9)).toBe('一二…七八');
});
