/** The format of show and list responses: `2019-10-10T02:20:40.630Z`. Takes milliseconds since 1970. */
export function formatIso(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

/**
 * The format of create responses, Go's print format with nanoseconds: `2020-09-23 02:38:17.894471458 +0000 UTC`
 * (docs/sources.md, section 4). Takes milliseconds since 1970.
 */
export function formatGo(timeMs: number): string {
  const [date, time] = formatIso(timeMs).slice(0, -1).split('T');
  return `${date} ${time}000000 +0000 UTC`;
}
