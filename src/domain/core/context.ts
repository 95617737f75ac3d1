/** The two editions of the service. `platinum` is called "enterprise" by pages newer than October 2025. */
export type Edition = 'professional' | 'platinum';

/** The generations of the API that a body can be judged by: that of the API page, and the newer one. */
export const generations = ['2024-04', '2025'] as const;
export type Generation = (typeof generations)[number];

/** The generation of the API page, by which a body is judged unless another is given. */
export const PAGE_GENERATION: Generation = '2024-04';

export function isGeneration(text: string): text is Generation {
  return (generations as readonly string[]).includes(text);
}

/** Something made once for each generation. */
export function perGeneration<T>(
  make: (generation: Generation) => T,
): Readonly<Record<Generation, T>> {
  return Object.fromEntries(generations.map((one) => [one, make(one)])) as Record<Generation, T>;
}

/** What is known of the target. Every part is optional: a rule that needs an absent one keeps silent. */
export interface Facts {
  readonly nodes?: readonly {
    readonly id: string;
    readonly name: string;
    /** As the service writes it, such as `RUNNING`; empty or absent if it did not say. */
    readonly state?: string;
    readonly arch?: string;
    readonly enableGpu?: boolean;
    readonly enableNpu?: boolean;
    readonly npuType?: string;
  }[];
  /** True if `nodes` holds every node of the project, so that an ID outside of it does not exist. */
  readonly hasAllNodes?: boolean;
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
  /** True if `groups` holds every node group of the instance. */
  readonly hasAllGroups?: boolean;
  /** Names of the deployments the project already has. */
  readonly deploymentNames?: readonly string[];
  readonly configmaps?: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly secrets?: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

/** Everything beside the body that a verdict depends on. */
export interface Context {
  readonly edition: Edition;
  /** `PAGE_GENERATION` if absent. */
  readonly generation?: Generation;
  readonly facts?: Facts;
  /**
   * True while a person edits the body in the form: what is empty there so far is said at its field, and does not make it
   * the body of an update (R51).
   */
  readonly isEdited?: boolean;
}
