import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventReader, type StreamEvent } from './event-blocks.ts';

const stream = [
  ': still here',
  'id: 4.2\nevent: node\ndata: {"id":"a: b"}',
  'id: 5.3\nevent: rollout\ndata: {"id":"r"}',
]
  .map((block) => `${block}\n\n`)
  .join('');
const events: readonly StreamEvent[] = [
  { id: '4.2', event: 'node', data: '{"id":"a: b"}' },
  { id: '5.3', event: 'rollout', data: '{"id":"r"}' },
];

test('events are read wherever the stream is cut, and comments are left out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length })), (cuts) => {
      const read = createEventReader();
      const ends = [...cuts, stream.length].sort((a, b) => a - b);
      let from = 0;
      const found = ends.flatMap((end) => {
        const chunk = stream.slice(from, end);
        from = end;
        return read(chunk);
      });
      expect(found).toEqual(events);
    }),
  );
});

test('an event that has not ended is not read', () => {
  expect(createEventReader()('data: 1\n')).toEqual([]);
});
