import type { Attempt } from '../attempt/attempt.ts';
import { ErrorDetails } from './ErrorDetails.tsx';

/** A response about another deployment stays visible, whatever the lookup found. */
export function MismatchDetails({ attempt: { error } }: { attempt: Attempt }) {
  return error?.kind === 'mismatch' ? <ErrorDetails error={error} /> : null;
}
