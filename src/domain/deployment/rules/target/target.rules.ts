import { getIn } from '#src/json/get-in.ts';
import { asList } from '#src/json/value.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { config, configsPath, isNodeMode, namesGroup, namesNodes } from '../base/body-parts.ts';
import { isPresent } from '../base/read.ts';

const migration = 'deployment.template.configs.migration';
const toleration = 'deployment.template.configs.toleration_seconds';

/**
 * R01. The API page marks node_ids as required but also says "choose one", so exactly one is required. An empty string, an
 * empty list, and null count as absent.
 */
export const oneTarget: BodyRule = {
  id: 'R01',
  title: {
    en: 'A deployment targets either an edge node or a node group.',
    zh: '应用部署到边缘节点或节点组，二选一。',
  },
  source: 'table 3',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: ['group_id', 'node_ids'],
  blames: ['group_id', 'node_ids'],
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const group = namesGroup(body);
    const nodes = namesNodes(body);
    if (!group && !nodes) {
      findings.push({
        path: ['node_ids'],
        kind: 'missing',
        message: {
          en: 'No target is set. Choose one edge node or one node group.',
          zh: '未指定部署对象。请选择一个边缘节点或一个节点组。',
        },
      });
    }
    if (group && nodes) {
      findings.push({
        path: ['group_id'],
        message: {
          en: 'Both a node group and an edge node are set. Keep only one.',
          zh: '同时指定了节点组和边缘节点。请只保留其中一个。',
        },
      });
    }
    return findings;
  },
};

/** R02. The API page says "currently one edge node". The field check reports empty IDs. */
export const oneNode: BodyRule = {
  id: 'R02',
  title: { en: 'At most one edge node is set.', zh: '最多选择一个边缘节点。' },
  source: 'table 3',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: ['node_ids'],
  blames: ['node_ids'],
  check(body): readonly RuleFinding[] {
    const count = asList(getIn(body, ['node_ids'])).length;
    if (count <= 1) return [];
    return [
      {
        path: ['node_ids'],
        message: {
          en: `${count} edge nodes are set, but only one is allowed. Keep one, or use a node group (platinum edition).`,
          zh: `指定了 ${count} 个边缘节点，当前只支持一个。请保留一个，或使用节点组（铂金版）。`,
        },
      },
    ];
  },
};

/** R03. Inferred: node groups can only be created in the platinum edition. */
export const groupNeedsPlatinum: BodyRule = {
  id: 'R03',
  title: { en: 'Node groups require the platinum edition.', zh: '节点组仅铂金版支持。' },
  source: 'API Explorer',
  basis: 'inferred',
  severity: 'error',
  scope: 'body',
  reads: ['group_id'],
  blames: ['group_id'],
  check(body, { edition }): readonly RuleFinding[] {
    if (edition !== 'professional' || !namesGroup(body)) return [];
    return [
      {
        path: ['group_id'],
        message: {
          en: 'Node groups require the platinum edition, but the current edition is professional. Choose an edge node instead.',
          zh: '节点组仅铂金版支持，当前为专业版。请改选边缘节点。',
        },
      },
    ];
  },
};

/** R04. Otherwise the default is false, but a node group requires the key. */
export const groupNeedsMigration: BodyRule = {
  id: 'R04',
  title: {
    en: 'Migration must be set for a node group.',
    zh: '部署到节点组时，必须设置是否迁移。',
  },
  source: 'table 16',
  basis: 'stated',
  severity: 'error',
  scope: 'body',
  reads: ['group_id', migration],
  blames: [migration],
  check(body): readonly RuleFinding[] {
    if (!namesGroup(body) || isPresent(config(body, 'migration'))) return [];
    return [
      {
        path: [...configsPath, 'migration'],
        kind: 'missing',
        message: {
          en: 'Migration is not set. For a node group, set it to true or false.',
          zh: '未设置是否迁移。部署到节点组时，请设置为 true 或 false。',
        },
      },
    ];
  },
};

/** R05. A warning, because the vendor's update example does it. */
export const migrationNeedsGroup: BodyRule = {
  id: 'R05',
  title: {
    en: 'Migration takes effect only with a node group.',
    zh: '迁移只在部署到节点组时生效。',
  },
  source: 'table 16',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', 'node_ids', migration],
  blames: [migration],
  check(body): readonly RuleFinding[] {
    if (!isNodeMode(body) || config(body, 'migration') !== true) return [];
    return [
      {
        path: [...configsPath, 'migration'],
        message: {
          en: 'Migration has no effect with a single edge node, because there is no other node to move to. Turn it off, or deploy to a node group.',
          zh: '部署到单个边缘节点时迁移不生效，没有可迁移到的其他节点。请关闭迁移，或部署到节点组。',
        },
      },
    ];
  },
};

/** R06. A warning, because the example on the API page does it. */
export const tolerationNeedsGroup: BodyRule = {
  id: 'R06',
  title: {
    en: 'The toleration time takes effect only with a node group.',
    zh: '容忍时间只在部署到节点组时生效。',
  },
  source: 'table 16',
  basis: 'stated',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', 'node_ids', toleration],
  blames: [toleration],
  check(body): readonly RuleFinding[] {
    if (!isNodeMode(body) || !isPresent(config(body, 'toleration_seconds'))) return [];
    return [
      {
        path: [...configsPath, 'toleration_seconds'],
        message: {
          en: 'The toleration time has no effect with a single edge node. Remove it, or deploy to a node group.',
          zh: '部署到单个边缘节点时容忍时间不生效。请删除容忍时间，或部署到节点组。',
        },
      },
    ];
  },
};

/** R07. Inferred from "migrates when the toleration time is over". Checked only with a node group, so never together with R06. */
export const tolerationNeedsMigration: BodyRule = {
  id: 'R07',
  title: {
    en: 'The toleration time takes effect only when migration is on.',
    zh: '容忍时间只在启用迁移时生效。',
  },
  source: 'table 16',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: ['group_id', migration, toleration],
  blames: [toleration],
  check(body): readonly RuleFinding[] {
    if (!namesGroup(body) || config(body, 'migration') === true) return [];
    if (!isPresent(config(body, 'toleration_seconds'))) return [];
    return [
      {
        path: [...configsPath, 'toleration_seconds'],
        message: {
          en: 'The toleration time has no effect while migration is off. Turn migration on, or remove the time.',
          zh: '未启用迁移时容忍时间不生效。请启用迁移，或删除容忍时间。',
        },
      },
    ];
  },
};
