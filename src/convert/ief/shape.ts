import { entriesOf, entry, entryAt, itemsOf, type SourceNode } from '../source/source.ts';

/** Keys under which SDKs and tools put the body of a request. */
const wrappers = ['body', 'Body', 'data', 'request', 'payload', 'json', 'task_data', 'job_content'];

/** Where a body may be a text inside the text: SDK parameters and the batch job. */
export function wrappedParts(source: SourceNode): readonly SourceNode[] {
  const parts = wrappers.flatMap((key) => [
    entry(source, key),
    entryAt(source, 'job_content', key),
  ]);
  return parts.filter((part) => part !== undefined);
}

/** The deployments that a value holds: itself, the content of its wrapper, or the rows of a response. */
export function deploymentsIn(source: SourceNode): readonly SourceNode[] {
  const inner = entry(source, 'deployment');
  // An object named `deployment` that is a whole one, as a variable of a tool or of a template.
  if (inner !== undefined && isWhole(inner) && !isWhole(source)) return [inner];
  if (isDeployment(source)) return [source];
  const rows = source.kind === 'list' ? source : entry(source, 'deployments');
  const found = itemsOf(rows).filter(isDeployment);
  if (found.length > 0) return found;
  for (const part of [...wrappedParts(source), entry(source, 'version')]) {
    const inner = part === undefined || part.kind === 'leaf' ? [] : deploymentsIn(part);
    if (inner.length > 0) return inner;
  }
  return [];
}

const marks = ['node_ids', 'group_id', 'nodeIds', 'groupId', 'image_url', 'imageUrl'];

const bodyKeys = new Set('name description source tags node_ids group_id deployment'.split(' '));

/** True for an object with its own name or target, which the deployment inside of a body does not have. */
function isWhole(source: SourceNode): boolean {
  const hasParts = ['deployment', 'template'].some((key) => entry(source, key)?.kind === 'object');
  return hasParts && ['id', 'name', 'node_ids', 'group_id'].some((key) => entry(source, key));
}

/** True for something of a body: its deployment, its template, the containers of version 2, or a mark of its own. */
function isDeployment(source: SourceNode): boolean {
  if (entry(source, 'deployment')?.kind === 'object') return true;
  if (entry(source, 'template')?.kind === 'object' && entry(source, 'spec') === undefined)
    return true;
  if (marks.some((key) => entry(source, key) !== undefined)) return true;
  if (entry(source, 'name') !== undefined && entriesOf(source).every(([key]) => bodyKeys.has(key)))
    return true;
  const [container] = itemsOf(entry(source, 'containers'));
  return marks.some((key) => entry(container, key) !== undefined);
}

/** True if the keys are in camelCase, as the SDKs print objects. */
export function isCamelCase(source: SourceNode): boolean {
  const template = entryAt(source, 'deployment', 'template') ?? entry(source, 'template');
  const [container] = itemsOf(entry(template, 'containers'));
  const keys = [source, entry(template, 'configs'), container].flatMap(entriesOf);
  return keys.some(([key]) => snakeKeys.has(key)) && !keys.some(([key]) => key.includes('_'));
}

const snakeKeys = new Map(
  [
    'node_ids group_id image_url init_containers host_network host_pid restart_policy container_port',
    'host_port host_port_range min_port max_port host_ip toleration_seconds npu_type run_as_user',
    'liveness_probe readiness_probe http_get initial_delay_seconds timeout_seconds value_from',
    'field_path read_only default_mode dns_policy node_affinity pod_affinity project_id created_at',
    'updated_at ready_replicas api_version source_id ring_controller autonomy_edge_selector',
  ]
    .join(' ')
    .split(' ')
    .map((key) => [key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), key]),
);

/** The key of the API for a key in camelCase. */
export function snakeKey(key: string): string {
  return snakeKeys.get(key) ?? key;
}
