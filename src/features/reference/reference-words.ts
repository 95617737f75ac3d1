import type { Severity } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words of the reference, which load with it. */
export const referenceWords = {
  title: { en: 'Field reference', zh: '字段参考' },
  intro: {
    en: 'Every field and rule of the request. Generated from the definitions that the form, import, mock and command line share.',
    zh: '请求的所有字段和规则，由表单、导入、模拟服务和命令行共用的定义生成。',
  },
  ways: { en: 'Other pages', zh: '其他页面' },
  back: { en: 'Back to the form', zh: '返回表单' },
  apiPage: { en: 'API page', zh: 'API 页面' },
  search: { en: 'Search fields and rules', zh: '搜索字段和规则' },
  noMatch: { en: 'Nothing matches.', zh: '没有匹配项。' },
  contents: { en: 'Contents', zh: '目录' },
  table: (table: number): Text => ({ en: `Table ${table}`, zh: `表 ${table}` }),
  newer: { en: 'Newer than the page', zh: '晚于该页面' },
  oneOf: (keys: string): Text => ({
    en: `Exactly one of ${keys} is set.`,
    zh: `${keys} 有且仅有一个。`,
  }),
  columns: {
    field: { en: 'Field', zh: '字段' },
    type: { en: 'Type', zh: '类型' },
    limits: { en: 'Limits', zh: '取值范围' },
    rules: { en: 'Rules', zh: '规则' },
  },
  required: { en: 'required', zh: '必填' },
  assumed: (value: string): Text => ({ en: `Default: ${value}`, zh: `默认值：${value}` }),
  unit: (unit: string): Text => ({ en: `Unit: ${unit}`, zh: `单位：${unit}` }),
  platinum: { en: 'Platinum edition', zh: '铂金版' },
  professional: { en: 'Professional edition', zh: '专业版' },
  generation: (name: string): Text => ({ en: `API ${name}`, zh: `API ${name}` }),
  containers: { en: 'containers only', zh: '仅业务容器' },
  init_containers: { en: 'init containers only', zh: '仅 Init 容器' },
  rules: { en: 'Rules', zh: '规则' },
  rulesIntro: {
    en: 'Rules involve several fields, the edition or the target. Numbers are never reused.',
    zh: '规则涉及多个字段、服务版本或目标服务，编号不会重复使用。',
  },
  source: { en: 'Source: ', zh: '来源：' },
  inferred: { en: ' (inferred, not stated there)', zh: '（推断得出，未明文规定）' },
  severities: {
    error: { en: 'Error', zh: '错误' },
    warning: { en: 'Warning', zh: '警告' },
    note: { en: 'Note', zh: '提示' },
  } satisfies Record<Severity, Text>,
  invalid: { en: 'Invalid', zh: '错误示例' },
  valid: { en: 'Corrected', zh: '正确示例' },
  onTarget: {
    en: 'Invalid only for certain nodes or names of the target.',
    zh: '仅在目标服务的节点或名称满足特定条件时有误。',
  },
} as const;
