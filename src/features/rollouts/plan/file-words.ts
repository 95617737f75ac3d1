/** Words of the plan as a file. */
export const fileWords = {
  title: { en: 'Plan as a file', zh: '计划文件' },
  help: {
    en: 'The file is the body of POST /api/rollouts. Have it reviewed, then import it again. It contains the values of environment variables.',
    zh: '文件内容即 POST /api/rollouts 的请求体，可用于评审并再次导入。文件包含环境变量的值。',
  },
  commandHelp: {
    en: 'The command line can run it too, with the targets in the file named by IEF_TARGETS:',
    zh: '也可在命令行运行，目标取自 IEF_TARGETS 指定的文件：',
  },
  mock: {
    en: 'The command line cannot run this plan: the mock exists only inside this server. Connect to another target first to export a plan for the command line.',
    zh: '命令行无法运行此计划：模拟服务仅存在于本服务器内。如需在命令行运行，请先连接其他目标再导出。',
  },
  export: { en: 'Export plan', zh: '导出计划' },
  import: { en: 'Import plan', zh: '导入计划' },
  unread: {
    en: 'This browser could not read the file. Reload the page and try again.',
    zh: '此浏览器无法读取文件，请刷新页面后重试。',
  },
};
