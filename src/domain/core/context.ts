/** The two editions of the service. `platinum` is called "enterprise" by pages newer than October 2025. */
export type Edition = 'professional' | 'platinum';

/** The generations of the API: that of the API page, and the newer one. */
export const generations = ['2024-04', '2025'] as const;
export type Generation = (typeof generations)[number];

/** The generation of the API page, which is the default. */
export const PAGE_GENERATION: Generation = '2024-04';

export function isGeneration(text: string): text is Generation {
  return (generations as readonly string[]).includes(text);
}

export function perGeneration<T>(
  make: (generation: Generation) => T,
): Readonly<Record<Generation, T>> {
  return Object.fromEntries(
    generations.map((generation) => [generation, make(generation)]),
  ) as Record<Generation, T>;
}

/** Known facts about the target. Rules that need an absent part are skipped. */
export interface Facts {
  readonly nodes?: readonly {
    readonly id: string;
    readonly name: string;
    /** As the service returns it, such as `RUNNING`; empty or absent if unknown. */
    readonly state?: string;
    readonly arch?: string;
    readonly enableGpu?: boolean;
    readonly enableNpu?: boolean;
    readonly npuType?: string;
  }[];
  /** True if `nodes` contains all nodes of the project, so that any other ID does not exist. */
  readonly hasAllNodes?: boolean;
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
  /** True if `groups` contains all node groups of the instance. */
  readonly hasAllGroups?: boolean;
  /** Names of the existing deployments of the project. */
  readonly deploymentNames?: readonly string[];
  readonly configmaps?: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly secrets?: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

/** The settings and facts that the issues of a body depend on. */
export interface Context {
  readonly edition: Edition;
  /** `PAGE_GENERATION` if absent. */
  readonly generation?: Generation;
  readonly facts?: Facts;
  /**
   * True while the body is edited in the form. Missing parts are then reported at their fields, and the body is not taken
   * for an update request (R51).
   */
  readonly isEdited?: boolean;
}
