import { join } from 'shlex';

/** Words as the one line that IEF takes for an exec probe, quoted where a shell would part them. */
export function probeLine(words: readonly string[]): string {
  return join([...words]);
}
