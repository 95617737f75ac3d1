import { useEffect, useMemo, useState } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import type { DraftFacts } from '#src/features/drafts/menu/draft-facts.ts';
import type { Attempt } from '#src/features/submit/attempt/attempt.ts';
import { listAttempts } from '#src/features/submit/attempt/attempt-database.ts';

/** The last attempt of each draft, and the names of nodes and groups, for the list of drafts. */
export function useDraftFacts(): DraftFacts {
  const { nodes, groups } = useConnection().lists;
  const [attempts, setAttempts] = useState<DraftFacts['attempts']>(new Map());
  useEffect(() => {
    listAttempts().then(
      (all) => {
        // The newest comes first.
        const last = all.toReversed().map((one) => [one.document, factOf(one)] as const);
        setAttempts(new Map(last));
      },
      // If the attempts cannot be read, the drafts are listed without them.
      () => undefined,
    );
  }, []);
  const targetNames = useMemo(() => {
    const records = [...(nodes?.records ?? []), ...(groups?.records ?? [])];
    return new Map(records.map(({ id, name }) => [id, name]));
  }, [nodes, groups]);
  return useMemo(() => ({ attempts, targetNames }), [attempts, targetNames]);
}

function factOf({ state, sentAt, goneAt }: Attempt) {
  switch (state) {
    case 'created':
      return { outcome: goneAt === undefined ? 'created' : 'deleted', sentAt } as const;
    case 'rejected':
    case 'notFound':
    case 'settled':
      return { outcome: 'notCreated', sentAt } as const;
    default:
      return { outcome: 'unknown', sentAt } as const;
  }
}
