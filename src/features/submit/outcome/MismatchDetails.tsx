import type { Attempt } from '../attempt/attempt.ts';
import { ErrorDetails } from './ErrorDetails.tsx';

/** An answer about another deployment stays in view, whatever the lookup found. */
export function MismatchDetails({ attempt: { error } }: { attempt: Attempt }) {
  return error?.kind === 'mismatch' ? <ErrorDetails error={error} /> : null;
}
