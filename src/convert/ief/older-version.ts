import type { Path } from '#src/json/path.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryTree, type DraftObject } from '../report/carry.ts';
import {
  entriesOf,
  entry,
  entryAt,
  itemsOf,
  type Leaf,
  type ObjectNode,
  type SourceNode,
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
export function isOlderVersion(source: SourceNode): boolean {
  const deployment = entry(source, 'deployment') ?? source;
  if (entry(deployment, 'template') !== undefined) return false;
  return entry(deployment, 'containers') !== undefined || entry(source, 'image_url') !== undefined;
}

/** The body of version 3 for one of version 2: with a template, amounts as text, and `exec.command`. */
export function mapOlderVersion(context: MappingContext, source: SourceNode): DraftObject {
  const { ledger } = context;
  const deployment = entry(source, 'deployment') ?? source;
  const body: DraftObject = {};
  const inner: DraftObject = {};
  const template: DraftObject = { configs: mapConfigs(context, entry(deployment, 'configs')) };
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
    target[key] = carryTree(ledger, value, [...to, key]);
  }
  const init = mapContainers(context, deployment, 'init_containers');
  if (init.length > 0) template.init_containers = init;
  template.containers = mapContainers(context, deployment, 'containers');
  body.deployment = { replicas: 1, ...inner, template };
  return body;
}

/** The containers of a list; for `containers` the one at the root where there is no list. */
function mapContainers(
  context: MappingContext,
  deployment: SourceNode,
  key: 'containers' | 'init_containers',
): DraftObject[] {
  const list = entry(deployment, key);
  const to = [...TEMPLATE, key];
  if (list !== undefined || key === 'init_containers') {
    const objects = itemsOf(list).filter((item) => item.kind === 'object');
    return objects.map((item, index) => mapContainer(context, item, [...to, index], deployment));
  }
  const own = entriesOf(deployment).filter(([name]) => containerKeys.has(name));
  const single: SourceNode = { ...(deployment as ObjectNode), entries: new Map(own) };
  const container = mapContainer(context, single, [...to, 0], deployment);
  return [{ name: 'container-0', ...container }];
}

const bodyKeys = new Set('name description source group_id node_ids tags'.split(' '));

function mapConfigs({ ledger }: MappingContext, source: SourceNode | undefined): DraftObject {
  const configs: DraftObject = {};
  for (const [key, value] of entriesOf(source)) {
    if (key !== 'privileged')
      configs[key] = carryTree(ledger, value, [...TEMPLATE, 'configs', key]);
  }
  return configs;
}

/** A container, with `privileged` of the configs: version 2 has it for all containers at once. */
function mapContainer(
  context: MappingContext,
  source: SourceNode,
  to: Path,
  deployment: SourceNode,
): DraftObject {
  const container: DraftObject = {};
  for (const [key, value] of entriesOf(source))
    container[key] = mapPart(context, key, value, [...to, key]);
  const privileged = entryAt(deployment, 'configs', 'privileged');
  if (privileged !== undefined && container.privileged === undefined)
    container.privileged = carryTree(context.ledger, privileged, [...to, 'privileged']);
  return container;
}

function mapPart({ ledger }: MappingContext, key: string, source: SourceNode, to: Path) {
  if (key === 'resources') return carryTree(ledger, source, to, { leaf: amountAsText });
  const command = entry(source, 'exec_command');
  if (!key.endsWith('_probe') || command === undefined) return carryTree(ledger, source, to);
  const probe: DraftObject = {
    exec: { command: carryTree(ledger, command, [...to, 'exec', 'command']) },
  };
  for (const [name, value] of entriesOf(source))
    if (name !== 'exec_command') setIfPresent(probe, name, carryTree(ledger, value, [...to, name]));
  return probe;
}

function amountAsText({ value, text }: Leaf) {
  if (typeof value !== 'number') return undefined;
  return { value: text, message: { en: 'text in version 3.', zh: '在 v3 版本中为文本。' } };
}
