/** Words of the node check, which load with it. */
export const nodeCheckWords = {
  title: { en: 'Node check', zh: '节点检查' },
  open: { en: 'Node check script', zh: '节点检查脚本' },
  help: {
    en: 'For the person at the edge node: run it there with “sh node-check.sh”. It prints one line per check (ok, warn, fail or skip) and changes nothing. It contains no variables and no secrets of the deployment.',
    zh: '供边缘节点现场人员使用：在节点上运行“sh node-check.sh”。每项检查输出一行（ok、warn、fail 或 skip），不会更改任何内容，也不包含应用部署的环境变量和密钥。',
  },
  script: { en: 'Script', zh: '脚本' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  notCopied: { en: 'The browser did not allow copying', zh: '浏览器不允许复制' },
  download: { en: 'Download', zh: '下载' },
  close: { en: 'Close', zh: '关闭' },
};
