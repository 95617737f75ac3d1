import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { chooseParts, type MappingResult, type MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryTree, type DraftObject, type TreeChanges } from '../report/carry.ts';
import {
  entriesOf,
  entry,
  entryAt,
  itemsOf,
  textOf,
  type Leaf,
  type SourceNode,
} from '../source/source.ts';
import { isOlderVersion, mapOlderVersion } from './older-version.ts';
import { deploymentsIn, isCamelCase, snakeKey } from './shape.ts';

/** Keys of a response that a request does not have. */
const readOnlyKeys = new Set(
  (
    'id project_id api_version created_at updated_at ready_replicas source_id state error_code ' +
    'error_msg projectId apiVersion createdAt updatedAt readyReplicas sourceId'
  ).split(' '),
);

/**
 * Extracts a body from its wrapper, without changes. Undefined if there is none; `isCertain` says that an
 * object without any mark of a body is one, too.
 */
export function convertIef(
  context: MappingContext,
  root: SourceNode,
  isCertain: boolean,
): MappingResult | undefined {
  const { ledger, names } = context;
  const found = deploymentsIn(root);
  const isBody = found.length === 0 && isCertain && root.kind === 'object';
  const parts = (isBody ? [root] : found).map((source) => ({ name: nameOf(source), source }));
  const { chosen, choices } = chooseParts(parts, names, false);
  const [part] = chosen;
  if (part === undefined) return undefined;
  const body = mapBody(context, part.source);
  claimTargets(context, root, body);
  if (parts.length > 1)
    for (const { source } of parts) {
      if (source !== part.source)
        ledger.lose(source, {
          en: 'part of a deployment that was not selected. A body holds one deployment.',
          zh: '属于未选择的应用部署。一个请求体只对应一个应用部署。',
        });
    }
  if (body.name === undefined && body.deployment !== undefined)
    ledger.note(part.source, null, {
      en: 'The body has no name; it may be the body of an update. To create a deployment, add a name and a node or node group.',
      zh: '请求体没有名称，可能是更新应用部署的请求体。创建应用部署时请补充名称，以及节点或节点组。',
    });
  return { body, choices, explain };
}

function nameOf(source: SourceNode): string {
  return textOf(entry(source, 'name')) ?? '';
}

function mapBody(context: MappingContext, source: SourceNode): DraftObject {
  if (isOlderVersion(source)) return mapOlderVersion(context, source);
  const isFlat =
    entry(source, 'deployment') === undefined && entry(source, 'template') !== undefined;
  const changes: TreeChanges = {
    ...(isCamelCase(source) && { key: snakeKey }),
    ...(isFlat && { leaf: answerValue }),
  };
  const body: DraftObject = {};
  const deployment: DraftObject = {};
  for (const [key, value] of entriesOf(source)) {
    const name = changes.key?.(key) ?? key;
    const isInner = isFlat && ['replicas', 'template', 'annotations'].includes(name);
    if (readOnlyKeys.has(name)) continue;
    if (isFlat && name === 'source' && textOf(value) === '') {
      context.ledger.lose(value, setByService);
      continue;
    }
    if (name === 'name_prex') {
      mapNamePrefix(context, value, body);
      continue;
    }
    const to: Path = isInner ? ['deployment', name] : [name];
    (isInner ? deployment : body)[name] = carryTree(context.ledger, value, to, changes);
  }
  if (isFlat) body.deployment = deployment;
  return body;
}

/** A batch job makes its names from a prefix. */
function mapNamePrefix({ ledger }: MappingContext, source: SourceNode, body: DraftObject): void {
  const text = textOf(source);
  if (text === undefined) return;
  body.name = text;
  ledger.change(source, ['name'], {
    en: 'the name prefix of the batch job became the name.',
    zh: '批量作业的名称前缀作为名称。',
  });
}

/** Responses write some values differently. */
function answerValue(leaf: Leaf, pointer: string) {
  if (pointer.endsWith('/scheme') && /^https?$/.test(leaf.text)) {
    const value = leaf.text.toUpperCase();
    return { value, message: { en: `${value} in a request.`, zh: `请求中写作 ${value}。` } };
  }
  if (pointer === '/source' && leaf.value === 'userdefine') {
    const value = 'userdefined';
    return { value, message: { en: `${value} in a request.`, zh: `请求中写作 ${value}。` } };
  }
  return undefined;
}

/** The one target of a batch job. */
function claimTargets({ ledger }: MappingContext, root: SourceNode, body: DraftObject): void {
  const job = entry(root, 'job_content') ?? root;
  const targets = itemsOf(entry(job, 'targets'));
  const id = entry(targets[0], 'target_id');
  const text = textOf(id);
  if (targets.length !== 1 || text === undefined || !isJsonObject(body)) return;
  const isGroup = textOf(entryAt(job, 'target_type')) === 'node_group';
  ledger.carry(entry(job, 'target_type'), isGroup ? ['group_id'] : ['node_ids']);
  ledger.carry(id, isGroup ? ['group_id'] : ['node_ids', 0]);
  if (isGroup) setIfPresent(body, 'group_id', text);
  else setIfPresent(body, 'node_ids', [text]);
}

const setByService = {
  en: 'set by the service and not part of a request.',
  zh: '由服务设置，不属于请求体。',
};

function explain({ path }: Leaf) {
  const keys = path.map(String);
  if (keys.includes('targets') || keys.at(-1) === 'target_type') {
    return {
      en: 'a body has one node or node group. Use a rollout to deploy to several.',
      zh: '一个请求体只对应一个节点或节点组，部署到多个节点请使用批量发布。',
    };
  }
  if (keys.some((key) => readOnlyKeys.has(key))) return setByService;
  return {
    en: 'not part of the request body.',
    zh: '不属于请求体。',
  };
}
