import type { NamedDeployment } from '../queries/deployments.ts';
import type { GroupRecord, Listing, NodeRecord, ReferenceRecord } from '../queries/resources.ts';

/** The lists of the target, each undefined until it is read. */
export interface TargetLists {
  readonly nodes: Listing<NodeRecord> | undefined;
  readonly groups: Listing<GroupRecord> | undefined;
  readonly configmaps: readonly ReferenceRecord[] | undefined;
  readonly secrets: readonly ReferenceRecord[] | undefined;
  readonly deployments: readonly NamedDeployment[] | undefined;
}

export const noLists: TargetLists = {
  nodes: undefined,
  groups: undefined,
  configmaps: undefined,
  secrets: undefined,
  deployments: undefined,
};
