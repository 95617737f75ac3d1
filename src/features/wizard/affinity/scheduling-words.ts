/** Words of the scheduling step, which load with it. */
export const schedulingWords = {
  failure: { en: 'When a node fails', zh: '节点故障时' },
  failureHelp: {
    en: 'Only for deployments to a node group.',
    zh: '仅在部署到节点组时生效。',
  },
  affinityHelp: {
    en: 'Platinum edition, for deployments to a node group.',
    zh: '仅铂金版支持，用于部署到节点组。',
  },
  noRules: { en: 'No rules yet.', zh: '暂无规则。' },
  noTerms: { en: 'No required terms.', zh: '暂无必须满足的条件。' },
  noPreferences: { en: 'No preferred terms.', zh: '暂无尽量满足的条件。' },
  noLabels: { en: 'No labels.', zh: '暂无标签。' },
  noExpressions: { en: 'No expressions.', zh: '暂无条件。' },
};
