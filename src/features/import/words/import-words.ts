import type { Text } from '#src/domain/core/text.ts';
import type { ImportStage } from '../worker/run-import.ts';

/** Words of the import dialog, which load with it (docs/decisions/0043). */
export const importWords = {
  title: { en: 'Import', zh: '导入' },
  close: { en: 'Close', zh: '关闭' },
  format: { en: 'Format', zh: '格式' },
  detect: { en: 'Detect', zh: '自动识别' },
  detected: (kind: Text): Text => ({ en: `${kind.en} (detected)`, zh: `${kind.zh}（自动识别）` }),
  text: { en: 'Text to import', zh: '要导入的内容' },
  placeholder: {
    en: 'Paste an IEF body, a Kubernetes manifest, a compose file, a docker run or curl command, docker inspect output or a .env file. Or drop files anywhere on this page.',
    zh: '粘贴 IEF 请求体、Kubernetes 清单、Compose 文件、docker run 或 curl 命令、docker inspect 输出或 .env 文件，也可以将文件拖放到页面任意位置。',
  },
  chooseFiles: { en: 'Choose files', zh: '选择文件' },
  clear: { en: 'Clear', zh: '清空' },
  large: (lines: number, shown: number): Text => ({
    en: `The text is too long to edit here. The first ${shown} of ${lines} lines are shown; all of them are imported.`,
    zh: `内容过长，无法在此编辑。仅显示前 ${shown} 行（共 ${lines} 行），导入时包含全部内容。`,
  }),
  fileRead: (variables: number): Text => ({
    en: variables === 1 ? '1 variable' : `${variables} variables`,
    zh: `${variables} 个变量`,
  }),
  files: { en: 'Files read with it', zh: '一并读取的文件' },
  remove: (name: string): Text => ({ en: `Remove ${name}`, zh: `移除 ${name}` }),
  tooLarge: (name: string): Text => ({
    en: `${name} is larger than 5 MiB and was not read.`,
    zh: `${name} 超过 5 MiB，未读取。`,
  }),
  notText: (name: string): Text => ({
    en: `${name} is not a text file in UTF-8 or UTF-16.`,
    zh: `${name} 不是 UTF-8 或 UTF-16 编码的文本文件。`,
  }),
  refused: (line: number, column: number): Text => ({
    en: `Line ${line}, column ${column}:`,
    zh: `第 ${line} 行，第 ${column} 列：`,
  }),
  refusedHelp: { en: 'Nothing has been changed.', zh: '未做任何更改。' },
  goToLine: (line: number): Text => ({ en: `Go to line ${line}`, zh: `转到第 ${line} 行` }),
  failed: {
    en: 'The converter could not be loaded. Check the connection, then try again.',
    zh: '转换程序加载失败。请检查网络连接后重试。',
  },
  retry: { en: 'Try again', zh: '重试' },
  cancelled: { en: 'The conversion was stopped.', zh: '已停止转换。' },
  stop: { en: 'Stop', zh: '停止' },
  services: { en: 'Services', zh: '服务' },
  servicesHelp: { en: 'Each becomes a container.', zh: '每个服务对应一个容器。' },
  choose: { en: 'Import', zh: '导入对象' },
  chooseHelp: {
    en: 'The text contains several deployments. A document holds only one.',
    zh: '内容中包含多个部署，每份文档只能包含一个。',
  },
  dialect: { en: 'Read as', zh: '读取方式' },
  dialects: {
    compose: { en: 'Compose (quotes removed)', zh: 'Compose（去掉引号）' },
    docker: { en: 'docker run (as written)', zh: 'docker run（原样读取）' },
  },
  envContainer: { en: 'Container', zh: '容器' },
  initContainer: (name: string): Text => ({
    en: `Init container ${name}`,
    zh: `Init 容器 ${name}`,
  }),
  envNew: { en: 'A container of a new document', zh: '新文档中的容器' },
  envMode: { en: 'Existing variables', zh: '已有变量' },
  envModes: {
    merge: { en: 'Merge', zh: '合并' },
    replace: { en: 'Replace', zh: '替换' },
  },
  envModeHelp: {
    merge: { en: 'Keeps the other variables', zh: '保留其他变量' },
    replace: { en: 'Removes the other variables', zh: '删除其他变量' },
  },
  envLine: { en: 'Line', zh: '行' },
  envNote: { en: 'Note', zh: '说明' },
  envUnused: { en: 'not used', zh: '未使用' },
  envEmpty: { en: 'empty', zh: '空' },
  envMore: (count: number): Text => ({
    en: `${count} more not shown.`,
    zh: `还有 ${count} 项未显示。`,
  }),
  envShowMore: { en: 'Show more', zh: '显示更多' },
  variables: { en: 'Variables', zh: '变量' },
  variablesHelp: {
    en: 'Used in the compose file. If you enter no value, the one of the env file is used, then the default; without both, it is empty.',
    zh: 'Compose 文件中使用的变量。未填写时依次使用 env 文件中的值和默认值，都没有则为空。',
  },
  variableName: { en: 'Name', zh: '变量名' },
  variableValue: { en: 'Value', zh: '值' },
  variableDefault: { en: 'Otherwise', zh: '未填写时' },
  fromFile: { en: 'from the env file', zh: '来自 env 文件' },
  valueOf: (name: string): Text => ({ en: `Value of ${name}`, zh: `${name} 的值` }),
  required: { en: 'required', zh: '必填' },
  result: { en: 'Result', zh: '结果' },
  views: {
    lines: { en: 'Lines', zh: '各行' },
    document: { en: 'Document', zh: '文档' },
    changes: { en: 'Changes', zh: '变更' },
    issues: { en: 'Problems', zh: '问题' },
  },
  changesHelp: {
    en: 'Compared with the current document',
    zh: '与当前文档对比',
  },
  waiting: {
    en: 'The result appears here before anything changes.',
    zh: '更改文档之前，结果会先显示在此处。',
  },
  reportTitle: { en: 'Report', zh: '报告' },
  reportWaiting: {
    en: 'Every value of the text is accounted for here: carried, changed or lost.',
    zh: '此处逐一说明每个值的去向：保留、有改动或丢失。',
  },
  copyReport: { en: 'Copy report', zh: '复制报告' },
  copied: { en: 'Report copied', zh: '报告已复制' },
  notCopied: { en: 'The browser did not allow copying', zh: '浏览器不允许复制' },
  cancel: { en: 'Cancel', zh: '取消' },
  replace: { en: 'Replace document', zh: '替换当前文档' },
  openDraft: { en: 'Open as new draft', zh: '新建草稿并打开' },
  readOnly: {
    en: 'The current document is open in another tab and cannot be replaced here.',
    zh: '当前文档已在另一个标签页中打开，无法在此替换。',
  },
  replaced: { en: 'The document was replaced.', zh: '已替换当前文档。' },
  opened: { en: 'Opened as a new draft.', zh: '已新建草稿并打开。' },
  undo: { en: 'Undo', zh: '撤销' },
  from: (kind: Text): Text => ({ en: `from ${kind.en}`, zh: `来源：${kind.zh}` }),
  showReport: { en: 'Show report', zh: '查看报告' },
  dismiss: { en: 'Dismiss', zh: '不再显示' },
} as const;

export const stageWords: Readonly<Record<ImportStage, Text>> = {
  reading: { en: 'Reading the text…', zh: '正在读取内容…' },
  checking: { en: 'Checking the result…', zh: '正在检查结果…' },
  comparing: { en: 'Comparing with the current document…', zh: '正在与当前文档对比…' },
};
