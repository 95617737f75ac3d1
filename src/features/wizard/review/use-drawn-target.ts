import { useQuery } from '@tanstack/react-query';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { groupsQuery, nodesQuery } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import type { TargetNames } from '#src/views/sentences/describe-deployment.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

interface DrawnTarget extends TargetNames {
  /** State, architecture and address of the node. */
  readonly facts: readonly string[];
}

/** The names and facts of a document's node and node group in the lists of the target. */
export function useDrawnTarget(nodeId: string, groupId: string): DrawnTarget {
  const translate = useTranslate();
  const session = useSession();
  const lack = useMissingForLists();
  const canRead = lack === undefined;
  const nodes = useQuery({ ...nodesQuery(session), enabled: canRead && nodeId !== '' });
  const isPlatinum = session.edition === 'platinum';
  const groups = useQuery({
    ...groupsQuery(session),
    enabled: canRead && isPlatinum && groupId !== '',
  });
  const node = nodes.data?.records.find(({ id }) => id === nodeId);
  const group = groups.data?.records.find(({ id }) => id === groupId);
  return {
    ...(node && { node: foreignShort(node.name) }),
    ...(group && { group: foreignShort(group.name) }),
    facts: node
      ? [translate(nodeStateWords(node.state)), node.arch, node.hostIps[0] ?? '']
          .filter((fact) => fact !== '')
          .map((fact) => foreignShort(fact))
      : [],
  };
}
