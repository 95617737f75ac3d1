import type { Issue, RuleId } from '#src/domain/core/issue.ts';
import { shown, visibly } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isNodeMode } from '#src/domain/deployment/rules/base/body-parts.ts';
import { architecturesIn } from '#src/domain/deployment/values/image-architecture.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { getIn } from '#src/json/get-in.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import { capacityResult } from './capacity.ts';
import { usageOfBody, type DeploymentUse } from './deployment-use.ts';
import { portFindings } from './port-clashes.ts';
import { checkIds, type CheckId, type PreflightResult } from './preflight-result.ts';
import { quotaResult, type DeploymentQuota } from './quota.ts';

/** A node as preflight needs it; parts that the target did not report are absent. */
export interface PreflightNode {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly arch: string;
  readonly hasGpu: boolean;
  readonly hasNpu: boolean;
  readonly npuType: string;
  readonly cpu?: number | undefined;
  /** In MB. */
  readonly memory?: number | undefined;
  /** When its record last changed, milliseconds since 1970. */
  readonly updatedMs?: number | undefined;
}

/** The lists of the target. A list that could not be read is absent, and its checks are left out. */
export interface PreflightLists {
  readonly nodes?: readonly PreflightNode[] | undefined;
  readonly deployments?: readonly DeploymentUse[] | undefined;
  readonly quota?: DeploymentQuota | undefined;
}

export interface Preflight {
  /** The chosen node, if it is listed. */
  readonly node: PreflightNode | undefined;
  /** Warnings first, then in the order of {@link checkIds}. */
  readonly results: readonly PreflightResult[];
}

/**
 * Compares a body with the lists of its target. `issues` are those of the document: the rules that use lists (R28, R30, R36,
 * R37, R39) are not evaluated again. Never an error: the service does not check any of this.
 */
export function preflight(
  body: unknown,
  issues: readonly Issue[],
  lists: PreflightLists,
): Preflight {
  const own = usageOfBody(body);
  const id = isNodeMode(body) ? getIn(body, ['node_ids', 0]) : undefined;
  const node = lists.nodes?.find((one) => one.id === id);
  const others = lists.deployments?.filter(
    ({ name, nodeIds }) => name !== getIn(body, ['name']) && node && nodeIds.includes(node.id),
  );
  const results: PreflightResult[] = [
    ...nodeResults(body, node, issues),
    ...architectureResults(body, node, own.images, issues),
    ...deviceResults(body, node, issues),
  ];
  if (node) {
    results.push(...capacityResult('cpu', node.cpu, own.amounts, others));
    results.push(...capacityResult('memory', node.memory, own.amounts, others));
  }
  if (node && others) results.push(...portFindings(own.ports, others));
  results.push(...referenceResults(body, issues));
  if (lists.quota) results.push(quotaResult(lists.quota));
  if (lists.deployments) results.push(...nameResults(body, lists.deployments.length, issues));
  return { node, results: results.toSorted((a, b) => rank(a) - rank(b)) };
}

function rank({ state, check }: PreflightResult): number {
  return (state === 'warning' ? 0 : checkIds.length) + checkIds.indexOf(check);
}

/** A short message for an issue: its field already has the whole sentence. */
type ShortMessage = Text | ((issue: Issue) => Text);

/** The issues of a rule as results of a check. */
function fromRule(
  check: CheckId,
  issues: readonly Issue[],
  rule: RuleId,
  { body, message, evidence = [] }: { body: unknown; message: ShortMessage; evidence?: string[] },
): PreflightResult[] {
  return issues
    .filter((issue) => issue.rule === rule && issue.severity === 'warning')
    .map((issue) => ({
      check,
      state: 'warning',
      message: typeof message === 'function' ? message(issue) : message,
      path: issue.path,
      evidence: [...evidence, ...sentValue(body, issue.path)],
      rule,
    }));
}

/** The most characters of a value. */
const MAX_VALUE = 60;

/** The value of the document that an issue is about. */
function sentValue(body: unknown, path: Path): readonly string[] {
  const value = getIn(body, path);
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const key = path.findIndex((part) => part === 'containers' || part === 'init_containers');
  const text = String(value);
  // The end of a long image says more than its registry.
  const end = text.length > MAX_VALUE ? `…${text.slice(1 - MAX_VALUE)}` : text;
  return [`${formatPath(path.slice(Math.max(0, key)))} = ${Array.from(end, visibly).join('')}`];
}

function nodeResults(
  body: unknown,
  node: PreflightNode | undefined,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  const since = node?.updatedMs === undefined ? {} : { sinceMs: node.updatedMs };
  const evidence = node ? [`state = ${shown(node.state)}`] : [];
  const found = fromRule('node', issues, 'R39', {
    body,
    evidence,
    message: ({ path }) => (path[0] === 'group_id' ? unlistedGroup : notRunning(node)),
  });
  if (found.length > 0) return found.map((result) => ({ ...result, ...since }));
  if (!node || node.state === '') return [];
  const words = nodeStateWords(node.state);
  return [
    {
      check: 'node',
      state: 'passed',
      message: {
        en: `The state of the node is “${words.en}”.`,
        zh: `节点状态为“${words.zh}”。`,
      },
      path: ['node_ids', 0],
      evidence,
      ...since,
    },
  ];
}

const unlistedGroup: Text = {
  en: 'The node group is not in the list of the instance.',
  zh: '节点组不在该实例的列表中。',
};

function notRunning(node: PreflightNode | undefined): Text {
  if (!node) {
    return {
      en: 'The edge node is not in the list of the project.',
      zh: '边缘节点不在项目的列表中。',
    };
  }
  const words = nodeStateWords(node.state);
  return {
    en: `The state of the node is “${words.en}”, so nothing starts there now.`,
    zh: `节点状态为“${words.zh}”，应用部署暂时无法启动。`,
  };
}

function architectureResults(
  body: unknown,
  node: PreflightNode | undefined,
  images: readonly string[],
  issues: readonly Issue[],
): readonly PreflightResult[] {
  if (!node || node.arch === '') return [];
  const evidence = [`arch = ${shown(node.arch)}`];
  const message = {
    en: 'An image is built for another architecture than that of the node.',
    zh: '有镜像的架构与节点不一致。',
  };
  const found = fromRule('architecture', issues, 'R36', { body, message, evidence });
  const named = images.filter((image) => architecturesIn(image).length > 0).length;
  if (found.length > 0 || named === 0) return found;
  return [
    {
      check: 'architecture',
      state: 'passed',
      message: {
        en: `${named} of ${images.length} ${images.length === 1 ? 'image' : 'images'} ${named === 1 ? 'names' : 'name'} an architecture, and it fits the node.`,
        zh: `${images.length} 个镜像中有 ${named} 个标明了架构，且与节点一致。`,
      },
      path: ['node_ids', 0],
      evidence,
    },
  ];
}

function deviceResults(
  body: unknown,
  node: PreflightNode | undefined,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  if (!node) return [];
  const { hasGpu, hasNpu, npuType } = node;
  return fromRule('devices', issues, 'R28', {
    body,
    message: ({ path }) => deviceMessage(path.at(-1) === 'gpu' ? hasGpu : hasNpu, path.at(-1)),
    evidence: [
      `enable_gpu = ${hasGpu}`,
      `enable_npu = ${hasNpu}`,
      ...(npuType === '' ? [] : [`npu_type = ${shown(npuType)}`]),
    ],
  });
}

function deviceMessage(isEnabled: boolean, key: unknown): Text {
  if (isEnabled) {
    return {
      en: 'The node has an NPU of another kind than requested.',
      zh: '节点的 NPU 类型与要求的不一致。',
    };
  }
  const device = key === 'gpu' ? 'GPU' : 'NPU';
  return {
    en: `A container requests ${device === 'GPU' ? 'a GPU' : 'an NPU'}, but the node has none enabled.`,
    zh: `有容器申请了 ${device}，但节点未启用 ${device}。`,
  };
}

function referenceResults(body: unknown, issues: readonly Issue[]): readonly PreflightResult[] {
  return fromRule('references', issues, 'R37', {
    body,
    message: ({ path }) => missingReference(body, path),
  });
}

/** The path of an env names the kind; that of a volume leads to a source, whose type is beside it. */
function missingReference(body: unknown, path: Path): Text {
  const isSecret =
    path.at(-2) === 'secret' || getIn(body, [...path.slice(0, -1), 'type']) === 'secret';
  if (path.at(-1) === 'key') {
    return isSecret
      ? { en: 'The secret has no such key.', zh: '密钥中没有该属性名。' }
      : { en: 'The configmap has no such key.', zh: '配置项中没有该属性名。' };
  }
  return isSecret
    ? { en: 'The secret does not exist in the project.', zh: '项目中不存在该密钥。' }
    : { en: 'The configmap does not exist in the project.', zh: '项目中不存在该配置项。' };
}

function nameResults(
  body: unknown,
  count: number,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  const name = getIn(body, ['name']);
  if (typeof name !== 'string' || name === '') return [];
  const evidence = [`deployments: ${count}`];
  const found = fromRule('name', issues, 'R30', {
    body,
    evidence,
    message: { en: 'The name is taken in this project.', zh: '该名称在项目内已被占用。' },
  });
  if (found.length > 0) return found;
  return [
    {
      check: 'name',
      state: 'passed',
      message: {
        en: `The name “${shown(name)}” is free.`,
        zh: `名称“${shown(name)}”未被占用。`,
      },
      path: ['name'],
      evidence,
    },
  ];
}
