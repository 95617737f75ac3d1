import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-time.ts';

const MINUTE_MS = 60_000;

test('a time survives the conversion to an input and back, to the minute', () => {
  const times = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(times, (date) => {
      const minute = Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS;
      const back = fromLocalInput(toLocalInput(minute));
      // The hour that occurs twice in autumn is read as its first occurrence.
      expect([minute, minute - 60 * MINUTE_MS]).toContain(back);
    }),
  );
});

test('writes a time in the format of the input', () => {
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
])('reads no time from %j', (value) => {
  expect(fromLocalInput(value)).toBeUndefined();
});

test('writes nothing for an invalid time', () => {
  expect(toLocalInput(Number.NaN)).toBe('');
});
