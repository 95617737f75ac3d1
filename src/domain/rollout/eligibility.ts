import type { Edition, Facts, Generation } from '#src/domain/core/context.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { nodeStateWords } from '#src/domain/deployment/values/node-states.ts';
import { usageOfBody, type DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import { preflight, type PreflightNode } from '#src/domain/preflight/preflight.ts';
import type { CheckId } from '#src/domain/preflight/preflight-result.ts';
import type { JsonObject } from '#src/json/value.ts';
import {
  rolloutBody,
  type ExpandedRow,
  type RolloutAction,
  type SubjectKind,
} from './rollout-body.ts';

/** Why a row may not work as planned. */
export type DoubtKind = Exclude<CheckId, 'quota'> | 'already' | 'unlisted';

export interface Doubt {
  readonly kind: DoubtKind;
  readonly message: Text;
  /** True if the service will certainly refuse the row. */
  readonly isCertain?: boolean;
}

/** The lists of the target; those that could not be read are absent. */
export interface ListedTarget {
  readonly nodes?: readonly PreflightNode[] | undefined;
  /** True if every node of the project is in the list. */
  readonly hasAllNodes?: boolean;
  readonly deployments?: readonly DeploymentUse[] | undefined;
}

interface RolloutSubject {
  readonly action: RolloutAction;
  readonly kind: SubjectKind;
  readonly body: JsonObject | undefined;
  readonly edition: Edition;
  readonly generation: Generation;
}

/** Returns a function that finds the doubts about a row. Indexes the lists once. */
export function createEligibility(
  subject: RolloutSubject,
  { nodes, hasAllNodes = false, deployments = [] }: ListedTarget,
): (row: ExpandedRow) => readonly Doubt[] {
  const nodeOf = new Map(nodes?.map((node) => [node.id, node]));
  const byId = new Map(deployments.map((one) => [one.id, one]));
  const names = new Set(deployments.map(({ name }) => name));
  const byNode = new Map<string, DeploymentUse[]>();
  for (const one of deployments) {
    for (const id of one.nodeIds) byNode.set(id, [...(byNode.get(id) ?? []), one]);
  }
  const issuesOf = createIssueFinder(subject);
  const doubtsOfNode = (row: ExpandedRow): readonly Doubt[] => {
    const { body } = subject;
    const filled = body && rolloutBody(body, 'create', 'node', row);
    if (filled === undefined) return [];
    const node = nodeOf.get(row.subject);
    if (node === undefined) return nodes && hasAllNodes ? [unlistedNode] : [];
    const others = byNode.get(node.id) ?? [];
    const { results } = preflight(filled, issuesOf(filled, node, row), {
      nodes: [node],
      deployments: others,
    });
    const doubts: Doubt[] = [];
    for (const { check, state, message } of results) {
      // Names are compared with those of the whole project below.
      if (state === 'warning' && check !== 'quota' && check !== 'name')
        doubts.push({ kind: check, message });
    }
    return [...doubts, ...alreadyThere(filled, others)];
  };
  const doubtsOfDeployment = ({ subject: id }: ExpandedRow): readonly Doubt[] => {
    const one = byId.get(id);
    if (one === undefined) return [];
    const off = one.nodeIds
      .map((node) => nodeOf.get(node))
      .find((node) => node && !isRunning(node));
    return off === undefined ? [] : [{ kind: 'node', message: offline(off) }];
  };
  return (row) => {
    if (subject.kind === 'deployment') return doubtsOfDeployment(row);
    const taken = names.has(row.name) ? [nameTaken(row.name)] : [];
    return subject.kind === 'node' ? [...taken, ...doubtsOfNode(row)] : taken;
  };
}

/** The issues that depend on the node. Nodes that are alike share them, unless a row has values of its own. */
function createIssueFinder({ edition, generation }: RolloutSubject) {
  const known = new Map<string, readonly Issue[]>();
  return (filled: JsonObject, node: PreflightNode, { values }: ExpandedRow): readonly Issue[] => {
    const find = () => {
      const facts: Facts = {
        nodes: [{ ...node, enableGpu: node.hasGpu, enableNpu: node.hasNpu }],
        hasAllNodes: true,
      };
      return validate(filled, { edition, generation, facts });
    };
    if (values !== undefined) return find();
    const { state, arch, hasGpu, hasNpu, npuType } = node;
    const likeness = JSON.stringify([state, arch, hasGpu, hasNpu, npuType]);
    let issues = known.get(likeness);
    if (issues === undefined) known.set(likeness, (issues = find()));
    return issues;
  };
}

/** A deployment with the same images on the node, under whatever name. */
function alreadyThere(body: JsonObject, others: readonly DeploymentUse[]): readonly Doubt[] {
  const own = keyOf(usageOfBody(body).images);
  const same = others.find(({ images }) => keyOf(images) === own);
  if (same === undefined) return [];
  return [
    {
      kind: 'already',
      message: {
        en: `The node already runs these images, as deployment “${same.name}”.`,
        zh: `该节点已运行相同的镜像（应用部署“${same.name}”）。`,
      },
    },
  ];
}

function keyOf(images: readonly string[]): string {
  return images.toSorted().join('\n');
}

function isRunning({ state }: PreflightNode): boolean {
  return state === 'RUNNING' || state === '';
}

function offline({ name, state }: PreflightNode): Text {
  const words = nodeStateWords(state);
  return {
    en: `The state of node “${name}” is “${words.en}”. The row waits until it runs.`,
    zh: `节点“${name}”的状态为“${words.zh}”，该行将等待其恢复运行。`,
  };
}

const unlistedNode: Doubt = {
  kind: 'unlisted',
  message: {
    en: 'The node is not in the list of the project.',
    zh: '该节点不在项目的列表中。',
  },
};

function nameTaken(name: string): Doubt {
  return {
    kind: 'name',
    isCertain: true,
    message: {
      en: `The name ${name} is taken in this project. Use another pattern, or leave the row out.`,
      zh: `名称 ${name} 在该项目内已被占用。请使用其他名称模板，或去掉该行。`,
    },
  };
}
