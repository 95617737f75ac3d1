import type { Path } from '#src/json/path.ts';

/** The steps of the wizard, in order; the id is the last part of the address. */
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

/** One step of the wizard. */
export type StepId = (typeof stepIds)[number];

/** The parts of a container that the containers step shows one at a time. */
export const sectionIds = ['general', 'env', 'ports'] as const;
export type SectionId = (typeof sectionIds)[number];

/** The step from an address; the first one for anything unknown. */
export function toStepId(text: string | undefined): StepId {
  return stepIds.find((id) => id === text) ?? 'basics';
}

// Maps, as a document may have any key, `constructor` and `__proto__` too.
const ofRoot: ReadonlyMap<unknown, StepId> = new Map([
  ['node_ids', 'target'],
  ['group_id', 'target'],
]);
const ofContainer: ReadonlyMap<unknown, StepId> = new Map([
  ['volumes', 'volumes'],
  ['readiness_probe', 'probes'],
  ['liveness_probe', 'probes'],
  ['resources', 'resources'],
]);

/** The one step that shows the field at a path, known to the API or not. */
export function stepOf(path: Path): StepId {
  const [root, part, list, , member] = path;
  if (root !== 'deployment') return ofRoot.get(root) ?? 'basics';
  if (part === 'annotations') return 'scheduling';
  if (part !== 'template') return 'target';
  if (list === 'configs' || list === 'affinity') return 'scheduling';
  return ofContainer.get(member) ?? 'containers';
}

/** The section of the containers step that shows the field at a path. */
export function sectionOf(path: Path): SectionId {
  if (path[4] === 'envs') return 'env';
  return path[4] === 'ports' ? 'ports' : 'general';
}

/** The container a path lies in, if any: its list and index. */
export function containerOf(
  path: Path,
): { list: 'containers' | 'init_containers'; index: number } | undefined {
  const list = path[2];
  const index = path[3];
  if (path[1] !== 'template' || (list !== 'containers' && list !== 'init_containers'))
    return undefined;
  return typeof index === 'number' ? { list, index } : undefined;
}

/** Issues in the order in which a person meets their fields: by step, within a step as judged. */
export function inStepOrder<I extends { readonly path: Path }>(issues: readonly I[]): readonly I[] {
  return issues.toSorted(
    (a, b) => stepIds.indexOf(stepOf(a.path)) - stepIds.indexOf(stepOf(b.path)),
  );
}
