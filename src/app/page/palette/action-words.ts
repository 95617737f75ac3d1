import type { Text } from '#src/domain/core/text.ts';
import type { StepId } from '#src/features/wizard/steps.ts';

/** The steps in both languages, because the palette finds either. The test compares them with the dictionaries. */
export const stepWords: Record<StepId, Text> = {
  basics: { en: 'Basics', zh: '基本信息' },
  target: { en: 'Target', zh: '部署对象' },
  containers: { en: 'Containers', zh: '容器' },
  volumes: { en: 'Volumes', zh: '数据卷' },
  probes: { en: 'Probes', zh: '健康检查' },
  resources: { en: 'Resources', zh: '资源' },
  scheduling: { en: 'Scheduling', zh: '调度' },
  review: { en: 'Review', zh: '确认' },
};

/** The titles of the actions in the command palette. */
export const actionWords = {
  create: { en: 'Create deployment', zh: '创建应用部署' },
  undo: { en: 'Undo', zh: '撤销' },
  redo: { en: 'Redo', zh: '重做' },
  history: { en: 'History', zh: '历史记录' },
  changes: { en: 'Changes', zh: '变更' },
  startNew: { en: 'Start new', zh: '新建' },
  import: { en: 'Import', zh: '导入' },
  drafts: { en: 'Drafts', zh: '草稿' },
  deployments: { en: 'Deployments', zh: '应用部署' },
  rollouts: { en: 'Rollouts', zh: '批量部署' },
  requests: { en: 'Requests', zh: '请求记录' },
  start: { en: 'Start page with examples', zh: '起始页与示例' },
  editText: { en: 'Edit as text', zh: '编辑文本' },
  export: { en: 'Export', zh: '导出' },
  share: { en: 'Share link', zh: '分享链接' },
  copyJson: { en: 'Copy JSON', zh: '复制 JSON' },
  download: { en: 'Download JSON', zh: '下载 JSON' },
  connection: { en: 'Connection settings', zh: '连接设置' },
  language: { en: 'Switch to Chinese (中文)', zh: '切换到英文（English）' },
  system: { en: 'Theme: follow the system', zh: '主题：跟随系统' },
  light: { en: 'Theme: light', zh: '主题：浅色' },
  dark: { en: 'Theme: dark', zh: '主题：深色' },
  palette: { en: 'Go to or do…', zh: '跳转或执行…' },
  shortcuts: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
};
