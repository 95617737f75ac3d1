import { useState } from 'react';

interface ReadQuery {
  readonly data: unknown;
  readonly error: Error | null;
  readonly errorUpdateCount: number;
}

/** The error of a query. A query without data forgets it while it tries again, which would make the page flicker. */
export function useShownError({ data, error, errorUpdateCount }: ReadQuery): Error | null {
  const [last, setLast] = useState<Error | null>(error);
  if (error !== null && error !== last) setLast(error);
  const isTryingAgain = data === undefined && errorUpdateCount > 0;
  return error ?? (isTryingAgain ? last : null);
}
