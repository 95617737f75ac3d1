import { getIn } from '#src/json/get-in.ts';
import { asList, type JsonObject } from '#src/json/value.ts';
import { PAGE_GENERATION, type Generation } from '#src/domain/core/context.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import { isNodeMode, templatePath } from '../base/body-parts.ts';
import { isPresent, objectsAt } from '../base/read.ts';

const affinityPath = [...templatePath, 'affinity'] as const;
const affinityPattern = 'deployment.template.affinity';

/** The rules in the two lists of the API page. */
const pageRules = ['node_affinity[]', 'pod_affinity[]'].map((list) => `${affinityPattern}.${list}`);

const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const should = 'preferredDuringSchedulingIgnoredDuringExecution';
/** The terms of the Kubernetes format, each with the path of its expressions. */
const kubernetesTerms: readonly (readonly [term: string, expressions: string])[] = [
  [`nodeAffinity.${must}.nodeSelectorTerms[]`, 'matchExpressions[]'],
  [`nodeAffinity.${should}[]`, 'preference.matchExpressions[]'],
  [`podAffinity.${must}[]`, 'labelSelector.matchExpressions[]'],
  [`podAffinity.${should}[]`, 'podAffinityTerm.labelSelector.matchExpressions[]'],
  [`podAntiAffinity.${must}[]`, 'labelSelector.matchExpressions[]'],
  [`podAntiAffinity.${should}[]`, 'podAffinityTerm.labelSelector.matchExpressions[]'],
];
const termPatterns = kubernetesTerms.map(([term]) => `${affinityPattern}.${term}`);
const expressionPatterns = kubernetesTerms.map(
  ([term, expressions]) => `${affinityPattern}.${term}.${expressions}`,
);

/** The patterns of all rules and terms, in both formats. */
const anyRule = [...pageRules, ...termPatterns];

/** True if the affinity has at least one rule in either format. */
function hasAffinity(body: JsonObject): boolean {
  return anyRule.some((pattern) => {
    const list = pattern.slice(0, -'[]'.length).split('.');
    return asList(getIn(body, list)).length > 0;
  });
}

/** R10. Applies if the affinity has at least one rule. */
export const affinityNeedsPlatinum: BodyRule = {
  id: 'R10',
  title: { en: 'Affinity requires the platinum edition.', zh: '亲和性规则仅铂金版支持。' },
  source: 'table 5',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: anyRule,
  blames: [affinityPattern],
  check(body, { edition }): readonly RuleFinding[] {
    if (edition !== 'professional' || !hasAffinity(body)) return [];
    return [
      {
        path: affinityPath,
        message: {
          en: 'Affinity requires the platinum edition, but the current edition is professional. Remove the affinity rules.',
          zh: '亲和性规则仅铂金版支持，当前为专业版。请删除亲和性规则。',
        },
      },
    ];
  },
};

/** R11. Inferred: affinity selects among the nodes of a group. Not checked on the professional edition, where R10 applies. */
export const affinityNeedsGroup: BodyRule = {
  id: 'R11',
  title: {
    en: 'Affinity takes effect only with a node group.',
    zh: '亲和性规则只在部署到节点组时有意义。',
  },
  source: 'user manual',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', 'node_ids', ...anyRule],
  blames: [affinityPattern],
  check(body, { edition }): readonly RuleFinding[] {
    if (edition !== 'platinum' || !isNodeMode(body) || !hasAffinity(body)) return [];
    return [
      {
        path: affinityPath,
        message: {
          en: 'Affinity selects among the nodes of a group and has no effect with a single edge node. Remove the rules, or deploy to a node group.',
          zh: '亲和性规则用于在节点组内选择节点，对单个边缘节点不生效。请删除规则，或部署到节点组。',
        },
      },
    ];
  },
};

/**
 * R12. The API page does not define the values; newer pages define those of each operator. Gt, Lt, and the Kubernetes
 * format exist only in generation 2025; before that, the field checks reject or ignore them.
 */
export const valuesFitOperator: BodyRule = {
  id: 'R12',
  title: {
    en: 'In and NotIn need values, Exists and DoesNotExist take none, Gt and Lt take one integer.',
    zh: 'In 和 NotIn 需要填写值，Exists 和 DoesNotExist 不允许填写值，Gt 和 Lt 只允许一个整数。',
  },
  source: 'API Explorer',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: [...pageRules, ...expressionPatterns].flatMap((rule) => [
    `${rule}.operator`,
    `${rule}.values`,
  ]),
  blames: [...pageRules, ...expressionPatterns].map((rule) => `${rule}.values`),
  check(body, { generation = PAGE_GENERATION }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const patterns = generation === '2025' ? [...pageRules, ...expressionPatterns] : pageRules;
    for (const pattern of patterns) {
      for (const [path, rule] of objectsAt(body, pattern)) {
        const values = getIn(rule, ['values']);
        const message = misfit(getIn(rule, ['operator']), values, generation);
        if (message === undefined) continue;
        const isMissing = asList(values).length === 0;
        findings.push({
          path: [...path, 'values'],
          message,
          ...(isMissing && { kind: 'missing' }),
        });
      }
    }
    return findings;
  },
};

const INTEGER = /^-?\d+$/;

/** A value that is not a string is reported by the field check, so it is accepted here. */
function isOneInteger(values: readonly unknown[]): boolean {
  const [value] = values;
  return values.length === 1 && (typeof value !== 'string' || INTEGER.test(value));
}

/** The problem of the values with their operator. The field check reports values of a wrong type. */
function misfit(operator: unknown, values: unknown, generation: Generation): Text | undefined {
  if (isPresent(values) && !Array.isArray(values)) return undefined;
  const list = asList(values);
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (list.length > 0) return undefined;
      return { en: `${operator} needs at least one value.`, zh: `${operator} 需要至少一个值。` };
    case 'Exists':
    case 'DoesNotExist': {
      if (list.length === 0) return undefined;
      const other = operator === 'Exists' ? 'In' : 'NotIn';
      return {
        en: `${operator} takes no values. Remove them, or use ${other}.`,
        zh: `${operator} 不允许填写值。请删除这些值，或改用 ${other}。`,
      };
    }
    case 'Gt':
    case 'Lt': {
      if (generation !== '2025' || isOneInteger(list)) return undefined;
      return {
        en: `${operator} needs exactly one value, an integer such as 4.`,
        zh: `${operator} 只允许一个值，且必须是整数，例如 4。`,
      };
    }
    default:
      return undefined;
  }
}
