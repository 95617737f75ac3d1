import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { deploymentNamesQuery } from '../queries/deployments.ts';
import { configmapsQuery, groupsQuery, nodesQuery, secretsQuery } from '../queries/resources.ts';
import type { Session } from '../session/session.ts';
import type { TargetLists } from './target-lists.ts';

/** Reads the lists of one target after the other. */
export interface ListObservers {
  /** Switches to the lists of a session. `isReady` is false while the target would refuse the requests. */
  follow(session: Session, isReady: boolean): void;
  lists(): TargetLists;
  errors(): readonly (Error | null)[];
  subscribe(listener: () => void): () => void;
}

/** Observes every list that the rules need. Sends no request before the first subscription. */
export function observeLists(client: QueryClient, session: Session): ListObservers {
  const enabled = false;
  const nodes = new QueryObserver(client, { ...nodesQuery(session), enabled });
  const groups = new QueryObserver(client, { ...groupsQuery(session), enabled });
  const configmaps = new QueryObserver(client, { ...configmapsQuery(session), enabled });
  const secrets = new QueryObserver(client, { ...secretsQuery(session), enabled });
  const deployments = new QueryObserver(client, { ...deploymentNamesQuery(session), enabled });
  const all = [nodes, groups, configmaps, secrets, deployments];
  return {
    follow(next, isReady) {
      nodes.setOptions({ ...nodesQuery(next), enabled: isReady });
      // Only the platinum edition has groups.
      groups.setOptions({ ...groupsQuery(next), enabled: isReady && next.edition === 'platinum' });
      configmaps.setOptions({ ...configmapsQuery(next), enabled: isReady });
      secrets.setOptions({ ...secretsQuery(next), enabled: isReady });
      deployments.setOptions({ ...deploymentNamesQuery(next), enabled: isReady });
    },
    lists: () => ({
      nodes: nodes.getCurrentResult().data,
      groups: groups.getCurrentResult().data,
      configmaps: configmaps.getCurrentResult().data,
      secrets: secrets.getCurrentResult().data,
      deployments: deployments.getCurrentResult().data,
    }),
    errors: () => all.map((observer) => observer.getCurrentResult().error),
    subscribe(listener) {
      const ends = all.map((observer) => observer.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
