import type { Path } from '#src/json/path.ts';

/** The steps of the wizard in order. The ID is the last segment of the URL. */
export const stepIds = [
  'basics',
  'target',
  'containers',
  'volumes',
  'probes',
  'resources',
  'scheduling',
  'review',
] as const;

export type StepId = (typeof stepIds)[number];

/** The tabs of a container in the containers step. */
export const sectionIds = ['general', 'env', 'ports', 'volumes', 'probes', 'resources'] as const;
export type SectionId = (typeof sectionIds)[number];

/** The step named in the URL, or the first one if the name is unknown. */
export function toStepId(text: string | undefined): StepId {
  return stepIds.find((id) => id === text) ?? 'basics';
}

// Maps, because a document may contain any key, including `constructor` and `__proto__`.
const rootSteps: ReadonlyMap<unknown, StepId> = new Map([
  ['node_ids', 'target'],
  ['group_id', 'target'],
]);
const containerSteps: ReadonlyMap<unknown, StepId> = new Map([
  ['volumes', 'volumes'],
  ['readiness_probe', 'probes'],
  ['liveness_probe', 'probes'],
  ['resources', 'resources'],
]);

/** The step that shows the field at a path, including keys that are not part of the API. */
export function stepOf(path: Path): StepId {
  const [root, part, list, , member] = path;
  if (root !== 'deployment') return rootSteps.get(root) ?? 'basics';
  if (part === 'annotations') return 'scheduling';
  if (part !== 'template') return 'target';
  if (list === 'configs' || list === 'affinity') return 'scheduling';
  return containerSteps.get(member) ?? 'containers';
}

/** The tab that shows the field at a path. Volumes, probes and resources also have steps of their own. */
export function sectionOf(path: Path): SectionId {
  const [, , , , member] = path;
  if (member === 'envs') return 'env';
  if (member === 'ports' || member === 'volumes' || member === 'resources') return member;
  return member === 'readiness_probe' || member === 'liveness_probe' ? 'probes' : 'general';
}

/** List and index of the container that a path is inside, if any. */
export function containerOf(
  path: Path,
): { list: 'containers' | 'init_containers'; index: number } | undefined {
  const list = path[2];
  const index = path[3];
  if (path[1] !== 'template' || (list !== 'containers' && list !== 'init_containers'))
    return undefined;
  return typeof index === 'number' ? { list, index } : undefined;
}

/** Sorts issues by step. Within a step, the order stays the same. */
export function inStepOrder<I extends { readonly path: Path }>(issues: readonly I[]): readonly I[] {
  return issues.toSorted(
    (a, b) => stepIds.indexOf(stepOf(a.path)) - stepIds.indexOf(stepOf(b.path)),
  );
}
