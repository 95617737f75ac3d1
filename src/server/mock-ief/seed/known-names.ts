import type { KnownNames } from '#src/server/mock-ief/request/judge-deployment.ts';
import { configmapSeeds, secretSeeds, type ConfigSeed } from './config-records.ts';
import { groupSeeds } from './groups.ts';
import type { NodeSeed } from './nodes.ts';

/** Everything a body of any tenant may refer to: the nodes and the seeded records. */
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
