import { asList, type JsonObject } from '#src/domain/core/json.ts';
import type { BodyRule, Finding, Generation } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { config, configsPath, containersOf, isNodeMode, templatePath } from './body.ts';
import { at, isPresent, objectsIn } from './read.ts';

const affinityPath = [...templatePath, 'affinity'] as const;
const affinityPattern = 'deployment.template.affinity';
const affinityLists = ['node_affinity', 'pod_affinity'] as const;
const rulePatterns = affinityLists.map((list) => `${affinityPattern}.${list}[]`);

/** True if the affinity holds at least one rule; an empty affinity asks for nothing. */
function hasAffinity(body: JsonObject): boolean {
  return affinityLists.some((list) => asList(at(body, ...affinityPath, list)).length > 0);
}

/** R10. Speaks once there is at least one rule in the affinity. */
export const affinityNeedsPlatinum: BodyRule = {
  id: 'R10',
  title: { en: 'Affinity needs the platinum edition.', zh: '亲和性规则仅铂金版支持。' },
  source: 'table 5',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: rulePatterns,
  blames: [affinityPattern],
  *check(body, { edition }) {
    if (edition !== 'professional' || !hasAffinity(body)) return;
    yield {
      path: affinityPath,
      message: {
        en: 'Affinity exists only in the platinum edition; this is the professional edition. Remove the affinity rules.',
        zh: '亲和性规则仅铂金版支持，当前为专业版。请删除亲和性规则。',
      },
    };
  },
};

/** R11. Inferred: affinity chooses among the nodes of a group. Silent on the professional edition, where R10 speaks. */
export const affinityNeedsGroup: BodyRule = {
  id: 'R11',
  title: {
    en: 'Affinity acts only with a node group.',
    zh: '亲和性规则只在部署到节点组时有意义。',
  },
  source: 'user manual',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', 'node_ids', ...rulePatterns],
  blames: [affinityPattern],
  *check(body, { edition }) {
    if (edition !== 'platinum' || !isNodeMode(body) || !hasAffinity(body)) return;
    yield {
      path: affinityPath,
      message: {
        en: 'Affinity chooses among the nodes of a group and has no effect on one edge node. Remove the rules, or deploy to a node group.',
        zh: '亲和性规则用于在节点组内选择节点，对单个边缘节点不生效。请删除规则，或部署到节点组。',
      },
    };
  },
};

/**
 * R12. The page leaves the values open; newer pages tell what each operator takes.
 * Gt and Lt exist in generation 2025 only; earlier the field check refuses them.
 */
export const valuesFitOperator: BodyRule = {
  id: 'R12',
  title: {
    en: 'In and NotIn need values, Exists and DoesNotExist take none, Gt and Lt take one integer.',
    zh: 'In和NotIn需要填写值，Exists和DoesNotExist不允许填写值，Gt和Lt只允许一个整数。',
  },
  source: 'API Explorer',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: rulePatterns.flatMap((rule) => [`${rule}.operator`, `${rule}.values`]),
  blames: rulePatterns.map((rule) => `${rule}.values`),
  *check(body, { generation = '2024-04' }): Generator<Finding> {
    for (const list of affinityLists) {
      for (const [index, rule] of objectsIn(at(body, ...affinityPath, list))) {
        const message = misfit(at(rule, 'operator'), at(rule, 'values'), generation);
        if (message) yield { path: [...affinityPath, list, index, 'values'], message };
      }
    }
  },
};

const INTEGER = /^-?\d+$/;

/** A single value that is no text is for the field check, so it passes here. */
function isOneInteger(values: readonly unknown[]): boolean {
  const [value] = values;
  return values.length === 1 && (typeof value !== 'string' || INTEGER.test(value));
}

/** What is wrong with the values under the operator, if anything. Values of a wrong type are for the field check. */
function misfit(operator: unknown, values: unknown, generation: Generation): Text | undefined {
  if (isPresent(values) && !Array.isArray(values)) return undefined;
  const list = asList(values);
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (list.length > 0) return undefined;
      return { en: `${operator} needs at least one value.`, zh: `${operator}需要至少一个值。` };
    case 'Exists':
    case 'DoesNotExist': {
      if (list.length === 0) return undefined;
      const other = operator === 'Exists' ? 'In' : 'NotIn';
      return {
        en: `${operator} takes no values. Remove them, or use ${other}.`,
        zh: `${operator}不允许填写值。请删除这些值，或改用${other}。`,
      };
    }
    case 'Gt':
    case 'Lt': {
      if (generation !== '2025' || isOneInteger(list)) return undefined;
      return {
        en: `${operator} needs exactly one value, an integer such as 4.`,
        zh: `${operator}只允许一个值，且必须是整数，例如4。`,
      };
    }
    default:
      return undefined;
  }
}

/** R13. A warning: vendor examples carry both. Ports of init containers are for R32. */
export const portsNeedMapping: BodyRule = {
  id: 'R13',
  title: {
    en: 'Port mappings act only without the host network.',
    zh: '端口映射只在不启用主机网络时生效。',
  },
  source: 'table 16',
  basis: 'stated',
  severity: 'warning',
  scope: 'body',
  reads: ['deployment.template.configs.host_network', 'deployment.template.containers[].ports'],
  blames: ['deployment.template.containers[].ports'],
  *check(body) {
    if (config(body, 'host_network') !== true) return;
    for (const { list, path, container } of containersOf(body)) {
      if (list !== 'containers' || asList(at(container, 'ports')).length === 0) continue;
      yield {
        path: [...path, 'ports'],
        message: {
          en: 'Port mappings have no effect while the host network is on. Remove them, or turn the host network off.',
          zh: '启用主机网络时端口映射不生效。请删除端口映射，或关闭主机网络。',
        },
      };
    }
  },
};

/** R34. Newer pages only. A missing host_network is false. */
export const dnsFitsNetwork: BodyRule = {
  id: 'R34',
  title: {
    en: 'ClusterFirst is for port mapping, ClusterFirstWithHostNet for the host network.',
    zh: 'ClusterFirst用于端口映射，ClusterFirstWithHostNet用于主机网络。',
  },
  source: 'API Explorer',
  basis: 'stated',
  severity: 'error',
  generation: '2025',
  scope: 'body',
  reads: ['deployment.template.configs.dns_policy', 'deployment.template.configs.host_network'],
  blames: ['deployment.template.configs.dns_policy'],
  *check(body) {
    const policy = config(body, 'dns_policy');
    const network = config(body, 'host_network');
    const path = [...configsPath, 'dns_policy'];
    if (network === true && policy === 'ClusterFirst') {
      yield {
        path,
        message: {
          en: 'ClusterFirst does not go with the host network. Use ClusterFirstWithHostNet or Default.',
          zh: '启用主机网络时不支持ClusterFirst。请使用ClusterFirstWithHostNet或Default。',
        },
      };
    }
    if ((network === false || !isPresent(network)) && policy === 'ClusterFirstWithHostNet') {
      yield {
        path,
        message: {
          en: 'ClusterFirstWithHostNet needs the host network, which is off. Use ClusterFirst or Default.',
          zh: 'ClusterFirstWithHostNet需要启用主机网络，当前未启用。请使用ClusterFirst或Default。',
        },
      };
    }
  },
};
