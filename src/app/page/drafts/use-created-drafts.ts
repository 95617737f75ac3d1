import { useEffect, useState } from 'react';
import { listAttempts } from '#src/features/submit/attempt/attempt-database.ts';

/** The drafts whose deployment was created and has not been found deleted since. */
export function useCreatedDrafts(): ReadonlySet<string> {
  const [created, setCreated] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    listAttempts().then(
      (attempts) => {
        const existing = attempts.filter(
          ({ state, goneAt }) => state === 'created' && goneAt === undefined,
        );
        setCreated(new Set(existing.map(({ document }) => document)));
      },
      // If the attempts cannot be read, no draft is shown as created.
      () => undefined,
    );
  }, []);
  return created;
}
