export const affinityPath = ['deployment', 'template', 'affinity'] as const;

/** The parts of an affinity in Kubernetes format. */
export const kubernetesKinds = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'] as const;

/** Keys of the required and the preferred terms in Kubernetes. */
export const requiredKey = 'requiredDuringSchedulingIgnoredDuringExecution';
export const preferredKey = 'preferredDuringSchedulingIgnoredDuringExecution';
