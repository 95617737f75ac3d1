// Swedish writes dates in the order and digits of a datetime-local input.
const minutes = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A time as the value of a datetime-local input: in the user's time zone, to the minute. */
export function toLocalInput(time: number): string {
  return Number.isNaN(new Date(time).getTime()) ? '' : minutes.format(time).replace(' ', 'T');
}

/** The time in a datetime-local input; undefined while the input is empty or incomplete. */
export function fromLocalInput(value: string): number | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/.test(value)) return undefined;
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? undefined : time;
}
