/** A time as the value of a datetime-local input: in the user's time zone, to the minute. */
export function toLocalInput(time: number): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const day = [digits(date.getFullYear(), 4), digits(date.getMonth() + 1), digits(date.getDate())];
  return `${day.join('-')}T${digits(date.getHours())}:${digits(date.getMinutes())}`;
}

function digits(value: number, count = 2): string {
  return String(value).padStart(count, '0');
}

/** The time in a datetime-local input; undefined while the input is empty or incomplete. */
export function fromLocalInput(value: string): number | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/.test(value)) return undefined;
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? undefined : time;
}
