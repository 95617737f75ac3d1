import { join } from 'shlex';

/** Joins words into the single line of an IEF exec probe, with quotes where a shell would split them. */
export function probeLine(words: readonly string[]): string {
  return join([...words]);
}
