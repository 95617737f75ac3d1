import type { Pattern } from '#src/domain/core/spec/field.ts';

const DAY = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const TIME = String.raw`(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?`;
/** `2019-10-10T02:20:40.630Z`, `2019-05-16T06:19:10.303502+08:00`, `2018-07-16T13:41:25.347335`. */
const ISO = String.raw`${DAY}T${TIME}(?:Z|([+-])(\d\d):(\d\d))?`;
/** Go's print form, `2020-09-23 02:38:17.894471458 +0000 UTC`; a zone without a name is printed as its offset. */
const GO = String.raw`${DAY} ${TIME} ([+-])(\d\d)(\d\d) (?:[A-Z]{1,5}|[+-]\d{2,4})`;

const iso = new RegExp(`^${ISO}$`);
const go = new RegExp(`^${GO}$`);

/** The time formats that the service writes (docs/sources.md, section 4). The mock's responses must use one of them. */
export const timestampForm: Pattern = {
  regex: new RegExp(`^(?:${ISO}|${GO})$`),
  says: {
    en: 'A time such as 2019-10-10T02:20:40.630Z or 2020-09-23 02:38:17.894471458 +0000 UTC',
    zh: '时间，例如 2019-10-10T02:20:40.630Z 或 2020-09-23 02:38:17.894471458 +0000 UTC',
  },
};

/**
 * Milliseconds since 1970 of a time that the service wrote; a time without a zone is read as UTC. Undefined for
 * any other text and for days or hours that do not exist, such as 30 February. Does not use the parser of the
 * JavaScript engine, which accepts almost anything and differs between engines.
 */
export function parseTimestamp(text: string): Date | undefined {
  const parts = iso.exec(text) ?? go.exec(text);
  if (parts === null) return undefined;
  const number = (at: number) => Number(parts[at] ?? 0);
  const [year, month, day] = [number(1), number(2), number(3)];
  const [hour, minute, second] = [number(4), number(5), number(6)];
  const [zoneHour, zoneMinute] = [number(9), number(10)];
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return undefined;
  const date = new Date(0);
  // Not Date.UTC, which treats the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  // A day beyond the end of its month becomes a day of the next month.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (zoneHour * 60 + zoneMinute) * (parts[8] === '-' ? -1 : 1);
  date.setUTCHours(hour, minute - offset, second, milliseconds);
  return date;
}
