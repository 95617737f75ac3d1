/** Words of the plan as a file. */
export const fileWords = {
  title: { en: 'Plan as a file', zh: '计划文件' },
  help: {
    en: 'The file is the body of POST /api/rollouts. Have it reviewed, import it again, or run it on the command line. It contains the values of environment variables.',
    zh: '文件内容即 POST /api/rollouts 的请求体，可用于评审、再次导入或在命令行运行。文件包含环境变量的值。',
  },
  export: { en: 'Export plan', zh: '导出计划' },
  import: { en: 'Import plan', zh: '导入计划' },
  unread: {
    en: 'This browser could not read the file. Reload the page and try again.',
    zh: '此浏览器无法读取文件，请刷新页面后重试。',
  },
  file: { en: 'Plan file', zh: '计划文件' },
};
