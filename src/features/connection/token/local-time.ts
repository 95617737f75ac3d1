const two = (number: number) => String(number).padStart(2, '0');

/** A moment as the value of a datetime-local input: in the person's time zone, to the minute. */
export function toLocalInput(moment: number): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment a datetime-local input names; undefined while it is empty or half filled in. */
export function fromLocalInput(value: string): number | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/.test(value)) return undefined;
  const moment = new Date(value).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}
