import { PAGE_GENERATION, type Generation } from '#src/domain/core/context.ts';
import type { Clock } from '#src/server/time/clock.ts';
import { makeNodeSeeds, nodeSeeds } from '#src/server/mock-ief/seed/nodes.ts';
import { createSeededIds } from '#src/server/mock-ief/seed/seeded-ids.ts';

/** How much the mock accepts; 0 means no limit. */
export interface MockLimits {
  /** Estimated memory of all deployments. */
  readonly bytes: number;
  readonly deployments: number;
  readonly createsPerSecond: number;
}

export const defaultMockLimits: MockLimits = {
  bytes: 128 * 1024 * 1024,
  deployments: 20_000,
  createsPerSecond: 0,
};

export interface MockOptions {
  readonly clock: Clock;
  /** Returns a new UUID on each call. */
  readonly newId: () => string;
  /** If set, all ids are derived from this text instead of `newId`. */
  readonly seed?: string | undefined;
  /** The valid tokens; if absent or empty, every non-empty token is valid. */
  readonly tokens?: readonly string[] | undefined;
  /** The token that our server sends for callers without one; absent for the standalone mock. */
  readonly suppliedToken?: string | undefined;
  /** The one key pair with valid signatures; if absent, every signature is refused. */
  readonly keys?: { readonly access: string; readonly secret: string } | undefined;
  /** Status of a create: 200 as on the API page, or 201 as on newer pages. */
  readonly createStatus?: 200 | 201 | undefined;
  /** Default `2024-04`. */
  readonly generation?: Generation | undefined;
  /** Refuse references to nodes, groups, configmaps and secrets the tenant does not have. */
  readonly strictReferences?: boolean | undefined;
  /** Default {@link defaultMockLimits}. */
  readonly limits?: MockLimits | undefined;
  /** How many nodes each tenant has in addition to the seeded ones. Default 0. */
  readonly nodeCount?: number | undefined;
  /** How long a pod is PENDING, in milliseconds. Default 3,000. */
  readonly podStartMs?: number | undefined;
  /** How long the fault `slow` delays a response, in milliseconds. Default 3,000. */
  readonly slowMs?: number | undefined;
  /** The delay until the fault `late-create` takes effect, in milliseconds. Default 8,000. */
  readonly lateMs?: number | undefined;
  /** How long pods wait for their image with the fault `slow-pull`, in milliseconds. Default 60,000. */
  readonly slowPullMs?: number | undefined;
}

/** States of a node that is not connected. */
const silent: ReadonlySet<string> = new Set(['FAIL', 'STOPPED', 'UNCONNECTED']);

/** {@link MockOptions} with all defaults filled in. */
export type MockSettings = ReturnType<typeof withDefaults>;

export function withDefaults(options: MockOptions) {
  const nodes = [...nodeSeeds, ...makeNodeSeeds(options.nodeCount ?? 0)];
  return {
    clock: options.clock,
    newId: options.seed === undefined ? options.newId : createSeededIds(options.seed),
    tokens: options.tokens ?? [],
    suppliedToken: options.suppliedToken,
    keys: options.keys,
    createStatus: options.createStatus ?? 200,
    generation: options.generation ?? PAGE_GENERATION,
    strictReferences: options.strictReferences ?? false,
    limits: options.limits ?? defaultMockLimits,
    nodes,
    /** Their pods do not change. */
    offlineNodeIds: new Set(
      nodes.filter(({ state }) => silent.has(state)).map(({ id }) => id),
    ) as ReadonlySet<string>,
    podStartMs: options.podStartMs ?? 3_000,
    slowMs: options.slowMs ?? 3_000,
    lateMs: options.lateMs ?? 8_000,
    slowPullMs: options.slowPullMs ?? 60_000,
  } as const;
}
