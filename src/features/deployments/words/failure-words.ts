import type { Text } from '#src/domain/core/text.ts';
import type { DeploymentState } from '#src/domain/health/deployment-state.ts';

/** Words of the explanation of a failure, which load with it. */
export const failureWords = {
  of: (title: string, name: string): Text => ({ en: `${title}: ${name}`, zh: `${title}：${name}` }),
  others: (count: number): Text => ({
    en: count === 1 ? 'One more instance is failing.' : `${count} more instances are failing.`,
    zh: `另有 ${count} 个实例异常。`,
  }),
  stuck: (lasted: string): Text => ({
    en: `Nothing has changed for ${lasted}. The service may never finish by itself.`,
    zh: `已持续 ${lasted}没有变化，可能不会自行恢复。`,
  }),
  /** The next check for a state that is stuck while no instance explains why. */
  stuckHelp: {
    created: {
      en: 'The node has started no instance. Check that it is connected and that edgecore is running on it:',
      zh: '节点尚未启动任何实例。请确认节点已连接，且节点上的 edgecore 正在运行：',
    },
    notReady: {
      en: 'The page cannot load the instances. Run this on the node to diagnose it:',
      zh: '无法获取应用实例。请在节点上执行以下命令检查节点：',
    },
    deleting: {
      en: 'The node has to confirm the deletion. If the node will not come back, delete the deployment again without waiting for the node. To diagnose the node:',
      zh: '删除需要节点确认。如果节点无法恢复，请再次删除并选择“不等待节点”。如需检查节点，请执行：',
    },
  } as Partial<Record<DeploymentState, Text>>,
  reported: { en: 'Reported by the service:', zh: '服务上报的原因：' },
  earlier: { en: 'Before that, it reported:', zh: '此前上报的原因：' },
  noReason: { en: 'The service gives no reason.', zh: '服务未说明原因。' },
  causes: { en: 'Possible causes and the next check', zh: '可能原因与处理措施' },
  likely: { en: 'likely', zh: '很可能' },
  onNode: { en: 'On the node', zh: '在边缘节点上' },
  diagnose: {
    en: 'Let the node examine the instance, as root. It also examines instances whose names begin the same.',
    zh: '请以 root 用户执行以下命令检查该实例。名称前缀相同的实例也会被检查。',
  },
  logs: {
    en: 'Read the log. The API of IEF offers no logs; they can only be read on the node.',
    zh: '查看日志。IEF 的 API 不提供日志，只能在节点上查看。',
  },
  copy: (command: string): Text => ({ en: `Copy “${command}”`, zh: `复制“${command}”` }),
  copied: { en: 'Copied', zh: '已复制' },
  offline: {
    node: {
      title: (node: string): Text => ({
        en: `Node ${node} is not connected`,
        zh: `节点 ${node} 未连接`,
      }),
      help: {
        en: 'Instances on the node may still run, but changes reach it only after it is connected again. A deletion waits for it, too.',
        zh: '节点上的实例可能仍在运行，但变更要等节点重新连接后才会生效，删除也会等待节点。',
      },
    },
    group: {
      title: (group: string): Text => ({
        en: `No node of group ${group} is connected`,
        zh: `节点组 ${group} 的节点均未连接`,
      }),
      help: {
        en: 'Instances on the nodes may still run, but changes reach them only after they are connected again. A deletion waits for them, too.',
        zh: '节点上的实例可能仍在运行，但变更要等节点重新连接后才会生效，删除也会等待节点。',
      },
    },
  },
};
