/** Where the affinity stands in the document. */
export const affinityPath = ['deployment', 'template', 'affinity'] as const;

/** The three parts of an affinity in the shape of Kubernetes. */
export const kubernetesKinds = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'] as const;

/** Kubernetes' own words for what must hold and what should hold. */
export const must = 'requiredDuringSchedulingIgnoredDuringExecution';
export const should = 'preferredDuringSchedulingIgnoredDuringExecution';
