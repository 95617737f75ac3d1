/**
 * Texts with these keys, compared as code units, sort as people expect: without case, and numbers by their value.
 * Comparing keys is many times faster than a collator, which thousands of rows would wait for.
 */
export function sortKeyOf(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(16, '0'));
}

/** Compares two keys of {@link sortKeyOf}. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
