import type { Path } from '#src/json/path.ts';
import type { Mapping } from '../report/mapping.ts';
import { put, takeTree, type DraftObject } from '../report/carry.ts';
import {
  entriesOf,
  entry,
  entryAt,
  itemsOf,
  type Leaf,
  type ObjectSource,
  type Source,
} from '../source/source.ts';

const TEMPLATE: Path = ['deployment', 'template'];
/** Keys of one container, which a version of an application has at its root. */
const containerKeys = new Set(
  (
    'image_url version command args envs ports volumes resources privileged npu_type ' +
    'readiness_probe liveness_probe'
  ).split(' '),
);

/** True for the shape of version 2, which has no template. */
export function isOlderVersion(source: Source): boolean {
  const deployment = entry(source, 'deployment') ?? source;
  if (entry(deployment, 'template') !== undefined) return false;
  return entry(deployment, 'containers') !== undefined || entry(source, 'image_url') !== undefined;
}

/** The body of version 3 for one of version 2: with a template, amounts as text, and `exec.command`. */
export function mapOlderVersion(mapping: Mapping, source: Source): DraftObject {
  const { ledger } = mapping;
  const deployment = entry(source, 'deployment') ?? source;
  const body: DraftObject = {};
  const inner: DraftObject = {};
  const template: DraftObject = { configs: mapConfigs(mapping, entry(deployment, 'configs')) };
  const homeOf = (key: string): readonly [target?: DraftObject, to?: Path] => {
    if (key === 'affinity') return [template, TEMPLATE];
    if (key === 'replicas') return [inner, ['deployment']];
    return bodyKeys.has(key) ? [body, []] : [];
  };
  const parts = [...(deployment === source ? [] : entriesOf(source)), ...entriesOf(deployment)];
  for (const [key, value] of parts) {
    const [target, to = []] = homeOf(key);
    // The outer one of two is carried. The other stays unclaimed and is reported as lost.
    if (value === deployment || target === undefined || Object.hasOwn(target, key)) continue;
    target[key] = takeTree(ledger, value, [...to, key]);
  }
  const init = mapContainers(mapping, deployment, 'init_containers');
  if (init.length > 0) template.init_containers = init;
  template.containers = mapContainers(mapping, deployment, 'containers');
  body.deployment = { replicas: 1, ...inner, template };
  return body;
}

/** The containers of a list; for `containers` the one at the root where there is no list. */
function mapContainers(
  mapping: Mapping,
  deployment: Source,
  key: 'containers' | 'init_containers',
): DraftObject[] {
  const list = entry(deployment, key);
  const to = [...TEMPLATE, key];
  if (list !== undefined || key === 'init_containers') {
    const objects = itemsOf(list).filter((item) => item.kind === 'object');
    return objects.map((item, at) => mapContainer(mapping, item, [...to, at], deployment));
  }
  const own = entriesOf(deployment).filter(([name]) => containerKeys.has(name));
  const single: Source = { ...(deployment as ObjectSource), entries: new Map(own) };
  const container = mapContainer(mapping, single, [...to, 0], deployment);
  return [{ name: 'container-0', ...container }];
}

const bodyKeys = new Set('name description source group_id node_ids tags'.split(' '));

function mapConfigs({ ledger }: Mapping, source: Source | undefined): DraftObject {
  const configs: DraftObject = {};
  for (const [key, value] of entriesOf(source)) {
    if (key !== 'privileged') configs[key] = takeTree(ledger, value, [...TEMPLATE, 'configs', key]);
  }
  return configs;
}

/** A container, with `privileged` of the configs: version 2 has it for all containers at once. */
function mapContainer(mapping: Mapping, source: Source, to: Path, deployment: Source): DraftObject {
  const container: DraftObject = {};
  for (const [key, value] of entriesOf(source))
    container[key] = mapPart(mapping, key, value, [...to, key]);
  const privileged = entryAt(deployment, 'configs', 'privileged');
  if (privileged !== undefined && container.privileged === undefined)
    container.privileged = takeTree(mapping.ledger, privileged, [...to, 'privileged']);
  return container;
}

function mapPart({ ledger }: Mapping, key: string, source: Source, to: Path) {
  if (key === 'resources') return takeTree(ledger, source, to, { leaf: amountAsText });
  const command = entry(source, 'exec_command');
  if (!key.endsWith('_probe') || command === undefined) return takeTree(ledger, source, to);
  const probe: DraftObject = {
    exec: { command: takeTree(ledger, command, [...to, 'exec', 'command']) },
  };
  for (const [name, value] of entriesOf(source))
    if (name !== 'exec_command') put(probe, name, takeTree(ledger, value, [...to, name]));
  return probe;
}

function amountAsText({ value, text }: Leaf) {
  if (typeof value !== 'number') return undefined;
  return { value: text, message: { en: 'is text in version 3.', zh: '在 v3 版中为文本。' } };
}
