/** What stands on the screen before the words of the page are there (app/shell.ts), in both languages. */
export const firstWords = {
  en: {
    name: 'IEF Deployment Builder',
    notLoaded: 'This page could not be loaded',
    notLoadedHelp: 'The connection broke off, or the server was renewed. Your document is kept.',
    reload: 'Reload',
    step: {
      basics: {
        title: 'Basics',
        purpose: 'What the deployment is called and how it is tagged.',
      },
      target: { title: 'Target', purpose: 'Where it runs and how many instances there are.' },
      containers: {
        title: 'Containers',
        purpose: 'What runs: images, commands, environment variables and ports.',
      },
      volumes: { title: 'Volumes', purpose: 'What each container can read and keep.' },
      probes: { title: 'Probes', purpose: 'How the service learns that a container is healthy.' },
      resources: { title: 'Resources', purpose: 'What each container may use of its node.' },
      scheduling: { title: 'Scheduling', purpose: 'How instances restart, move and find a node.' },
      review: { title: 'Review', purpose: 'Look over what will be sent, then submit it.' },
    },
  },
  zh: {
    name: 'IEF 应用部署生成器',
    notLoaded: '页面加载失败',
    notLoadedHelp: '网络连接中断，或服务器已更新。您的文档不会丢失。',
    reload: '重新加载',
    step: {
      basics: { title: '基本信息', purpose: '应用部署的名称、描述和标签。' },
      target: { title: '部署对象', purpose: '部署到哪里，以及副本数。' },
      containers: { title: '容器', purpose: '运行的内容：镜像、命令、环境变量和端口映射。' },
      volumes: { title: '数据卷', purpose: '各容器可读取和保存的数据。' },
      probes: { title: '健康检查', purpose: '平台如何判断容器是否健康。' },
      resources: { title: '资源', purpose: '各容器可使用的节点资源。' },
      scheduling: { title: '调度', purpose: '应用实例如何重启、迁移和选择节点。' },
      review: { title: '确认', purpose: '核对将要发送的内容，然后提交。' },
    },
  },
} as const;
