import { configmapSeeds, secretSeeds, type ConfigSeed } from './config-records.ts';
import { groupSeeds } from './groups.ts';
import type { NodeSeed } from './nodes.ts';

/** Everything that bodies of a tenant can refer to. */
export interface KnownNames {
  readonly nodeIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
  /** Key names by configmap name. */
  readonly configmaps: ReadonlyMap<string, ReadonlySet<string>>;
  /** Key names by secret name. */
  readonly secrets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The nodes and the seeded records. */
export function knownNames(nodes: readonly NodeSeed[]): KnownNames {
  return {
    nodeIds: new Set(nodes.map(({ id }) => id)),
    groupIds: new Set(groupSeeds.map(({ id }) => id)),
    configmaps: keysByName(configmapSeeds),
    secrets: keysByName(secretSeeds),
  };
}

function keysByName(seeds: readonly ConfigSeed[]): Map<string, Set<string>> {
  return new Map(seeds.map(({ name, values }) => [name, new Set(Object.keys(values))]));
}
