/** Help of the edition and the API generation, which loads with the settings. */
export const editionWords = {
  help: {
    en: 'Node groups, affinity, port ranges and more than one replica need the platinum edition, called enterprise in newer documentation. The edition is sent in the ief-instance-id header, not in the JSON.',
    zh: '节点组、亲和性、端口范围和多副本仅铂金版（新版文档称企业版）支持。服务版本通过请求头 ief-instance-id 传递，不在 JSON 中。',
  },
  fixed: { en: 'Fixed by the configuration of this target.', zh: '由该目标的配置决定。' },
  generation: {
    en: 'Controls which fields the form offers and how it checks them. Switching does not change the document.',
    zh: '决定表单提供哪些字段以及如何检查，切换不会改动文档。',
  },
};
