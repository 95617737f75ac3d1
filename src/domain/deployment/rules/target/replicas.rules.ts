import { getIn } from '#src/json/get-in.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { isNodeMode } from '../base/body-parts.ts';
import { isInteger } from '../base/read.ts';

const replicasPath = ['deployment', 'replicas'] as const;
const replicasPattern = 'deployment.replicas';

/** R08. Checks integers only. The upper limit is from the API page, the lower ones from the user manual. */
export const replicasOfEdition: BodyRule = {
  id: 'R08',
  title: {
    en: 'The professional edition runs exactly 1 replica, the platinum edition 0 to 99.',
    zh: '专业版副本数只允许为 1，铂金版副本数为 0 到 99。',
  },
  source: 'table 4',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: [replicasPattern],
  blames: [replicasPattern],
  check(body, { edition }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const replicas = getIn(body, replicasPath);
    if (!isInteger(replicas)) return findings;
    if (edition === 'professional') {
      if (replicas === 1) return findings;
      findings.push({
        path: replicasPath,
        message: {
          en: `The number of replicas is ${replicas}, but the professional edition allows exactly 1.`,
          zh: `副本数为 ${replicas}，专业版只允许为 1。`,
        },
      });
    } else if (replicas < 0 || replicas > 99) {
      findings.push({
        path: replicasPath,
        message: {
          en: `The number of replicas is ${replicas}, but the platinum edition allows 0 to 99.`,
          zh: `副本数为 ${replicas}，铂金版只允许 0 到 99。`,
        },
      });
    }
    return findings;
  },
};

/** R09. Inferred. Not checked on the professional edition, where R08 requires 1. */
export const replicasOnOneNode: BodyRule = {
  id: 'R09',
  title: {
    en: 'Multiple replicas are useful only with a node group.',
    zh: '多个副本只在部署到节点组时有意义。',
  },
  source: 'table 4',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', 'node_ids', replicasPattern],
  blames: [replicasPattern],
  check(body, { edition }): readonly RuleFinding[] {
    const replicas = getIn(body, replicasPath);
    if (edition !== 'platinum' || !isNodeMode(body) || !isInteger(replicas) || replicas <= 1)
      return [];
    return [
      {
        path: replicasPath,
        message: {
          en: `All ${replicas} replicas run on the same edge node, where a host port can serve only one of them. Use 1 replica, or deploy to a node group.`,
          zh: `${replicas} 个副本都运行在同一个边缘节点上，每个主机端口只能供其中一个使用。请将副本数设为 1，或部署到节点组。`,
        },
      },
    ];
  },
};
