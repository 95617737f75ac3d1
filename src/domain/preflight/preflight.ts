import type { Issue, RuleId } from '#src/domain/core/issue.ts';
import { shown } from '#src/domain/core/characters/characters.ts';
import { isNodeMode, namesGroup } from '#src/domain/deployment/rules/base/body-parts.ts';
import { architecturesIn } from '#src/domain/deployment/values/image-architecture.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { getIn } from '#src/json/get-in.ts';
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
    ...nodeResults(node, issues),
    ...architectureResults(node, own.images, issues),
    ...deviceResults(node, issues),
  ];
  if (node) {
    results.push(...capacityResult('cpu', node.cpu, own.amounts, others));
    results.push(...capacityResult('memory', node.memory, own.amounts, others));
  }
  if (node && others) results.push(...portFindings(own.ports, others));
  results.push(...referenceResults(issues));
  if (lists.quota) results.push(quotaResult(lists.quota));
  if (lists.deployments) results.push(...nameResults(body, lists.deployments.length, issues));
  if (namesGroup(body)) results.unshift(...fromRule('node', issues, 'R39', []));
  return { node, results: results.toSorted((a, b) => rank(a) - rank(b)) };
}

function rank({ state, check }: PreflightResult): number {
  return (state === 'warning' ? 0 : checkIds.length) + checkIds.indexOf(check);
}

/** The issues of a rule as results of a check. */
function fromRule(
  check: CheckId,
  issues: readonly Issue[],
  rule: RuleId,
  evidence: readonly string[],
): PreflightResult[] {
  return issues
    .filter((issue) => issue.rule === rule && issue.severity === 'warning')
    .map(({ message, path }) => ({ check, state: 'warning', message, path, evidence, rule }));
}

function nodeResults(
  node: PreflightNode | undefined,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  const since = node?.updatedMs === undefined ? {} : { sinceMs: node.updatedMs };
  const evidence = node ? [`state = ${shown(node.state)}`] : [];
  const found = fromRule('node', issues, 'R39', evidence).filter(
    ({ path }) => path[0] !== 'group_id',
  );
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

function architectureResults(
  node: PreflightNode | undefined,
  images: readonly string[],
  issues: readonly Issue[],
): readonly PreflightResult[] {
  if (!node || node.arch === '') return [];
  const evidence = [`arch = ${shown(node.arch)}`];
  const found = fromRule('architecture', issues, 'R36', evidence);
  const named = images.filter((image) => architecturesIn(image).length > 0).length;
  if (found.length > 0 || named === 0) return found;
  return [
    {
      check: 'architecture',
      state: 'passed',
      message: {
        en: `${named} of ${images.length} images name an architecture, and it fits the node.`,
        zh: `${images.length} 个镜像中有 ${named} 个标明了架构，且与节点一致。`,
      },
      path: ['node_ids', 0],
      evidence,
    },
  ];
}

function deviceResults(
  node: PreflightNode | undefined,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  if (!node) return [];
  const { hasGpu, hasNpu, npuType } = node;
  return fromRule('devices', issues, 'R28', [
    `enable_gpu = ${hasGpu}`,
    `enable_npu = ${hasNpu}`,
    ...(npuType === '' ? [] : [`npu_type = ${shown(npuType)}`]),
  ]);
}

function referenceResults(issues: readonly Issue[]): readonly PreflightResult[] {
  return fromRule('references', issues, 'R37', []);
}

function nameResults(
  body: unknown,
  count: number,
  issues: readonly Issue[],
): readonly PreflightResult[] {
  const name = getIn(body, ['name']);
  if (typeof name !== 'string' || name === '') return [];
  const evidence = [`deployments: ${count}`];
  const found = fromRule('name', issues, 'R30', evidence);
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
