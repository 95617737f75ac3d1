import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTimestamp, timestampForm } from './timestamp.ts';

describe('the formats of the service', () => {
  test.each([
    ['2020-09-23 02:38:17.894471458 +0000 UTC', '2020-09-23T02:38:17.894Z'],
    ['2022-06-07 08:21:05.794205 +0000 UTC', '2022-06-07T08:21:05.794Z'],
    ['2020-09-23 10:38:17.9 +0800 CST', '2020-09-23T02:38:17.900Z'],
    ['2020-09-23 10:38:17 +0800 +08', '2020-09-23T02:38:17.000Z'],
    ['2020-01-01 00:00:00 +0000 UTC', '2020-01-01T00:00:00.000Z'],
    ['2019-10-10T02:20:40.630Z', '2019-10-10T02:20:40.630Z'],
    ['2019-10-10T02:20:40Z', '2019-10-10T02:20:40.000Z'],
    ['2020-01-04T09:05:22.701000Z', '2020-01-04T09:05:22.701Z'],
    ['2020-01-04T09:05:22.999999999Z', '2020-01-04T09:05:22.999Z'],
    ['2019-05-16T06:19:10.303502+08:00', '2019-05-15T22:19:10.303Z'],
    ['2019-12-31T23:30:00-01:30', '2020-01-01T01:00:00.000Z'],
    ['2018-07-16T13:41:25.347335', '2018-07-16T13:41:25.347Z'],
    ['2020-02-29T00:00:00Z', '2020-02-29T00:00:00.000Z'],
    // Go prints this for a time that was never set.
    ['0001-01-01 00:00:00 +0000 UTC', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T23:59:59Z', '0099-12-31T23:59:59.000Z'],
  ])('%s', (text, iso) => {
    expect(parseTimestamp(text)?.toISOString()).toBe(iso);
    expect(timestampForm.regex.test(text)).toBe(true);
  });
});

describe('no other formats', () => {
  test.each([
    '',
    '2020',
    '2020-09-23',
    'Wed, 23 Sep 2020 02:38:17 GMT',
    '1600828697',
    ' 2019-10-10T02:20:40Z',
    '2019-10-10T02:20:40Z\n',
    '2019-10-10 02:20:40',
    '2019-10-10 02:20:40Z',
    '2019-10-10T02:20:40 +0000 UTC',
    '2019-10-10 02:20:40 +00:00 UTC',
    '2019-10-10 02:20:40 +0000',
    '2019-10-10 02:20:40 +0000 UTC m=+0.000000001',
    '2019-10-10T02:20:40+0800',
    '2019-10-10T02:20Z',
    '2019-10-10t02:20:40z',
    '2019-10-10T02:20:40,630Z',
    '2019-10-10T02:20:40.Z',
    '2019-10-10T02:20:40.1234567890Z',
    '02019-10-10T02:20:40Z',
    '２０１９-10-10T02:20:40Z',
  ])('rejects “%s”', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
    expect(timestampForm.regex.test(text)).toBe(false);
  });

  test.each([
    '2020-02-30T00:00:00Z',
    '2019-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2020-04-31 00:00:00 +0000 UTC',
    '2020-00-10T00:00:00Z',
    '2020-13-10T00:00:00Z',
    '2020-01-00T00:00:00Z',
    '2020-01-32T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T00:60:00Z',
    '2016-12-31T23:59:60Z',
    '2020-01-01T00:00:00+24:00',
    '2020-01-01T00:00:00+08:60',
    '2020-01-01 00:00:00 +2400 UTC',
  ])('rejects %s, which does not exist', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

test('every time is preserved in both formats', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString();
        expect(parseTimestamp(iso)).toEqual(date);
        expect(parseTimestamp(iso.replace('T', ' ').replace('Z', '000000 +0000 UTC'))).toEqual(
          date,
        );
      },
    ),
  );
});

test('accepts the largest offsets and rejects an overflowing month', () => {
  expect(parseTimestamp('2024-01-01T23:59:00+23:59')?.toISOString()).toBe(
    '2024-01-01T00:00:00.000Z',
  );
  expect(parseTimestamp('2024-01-01T00:00:00-23:59')?.toISOString()).toBe(
    '2024-01-01T23:59:00.000Z',
  );
  expect(parseTimestamp('2024-13-01T00:00:00Z')).toBeUndefined();
  expect(parseTimestamp('2024-00-31T00:00:00Z')).toBeUndefined();
});
