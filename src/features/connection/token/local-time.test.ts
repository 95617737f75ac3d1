import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-time.ts';

const MINUTE_MS = 60_000;

test('a moment goes into the input and back, to the minute', () => {
  const moments = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (date) => {
      const minute = Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS;
      const back = fromLocalInput(toLocalInput(minute));
      // The hour that a clock shows twice in autumn is read as its first half.
      expect([minute, minute - 60 * MINUTE_MS]).toContain(back);
    }),
  );
});

test('is written as the input wants it', () => {
  expect(toLocalInput(new Date(2026, 0, 5, 7, 9, 59).getTime())).toBe('2026-01-05T07:09');
});

test.each([
  '',
  '2026-01-05',
  '2026-01-05T',
  '07:09',
  '2026-13-05T07:09',
  'soon',
  '2026-01-05T07:09Z',
])('no moment in %j', (value) => {
  expect(fromLocalInput(value)).toBeUndefined();
});

test('no text for what is no moment', () => {
  expect(toLocalInput(Number.NaN)).toBe('');
});
