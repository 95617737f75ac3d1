import type { RolloutNode } from '#src/client/rollouts/shown-rollout.ts';
import type { Text } from '#src/domain/core/text.ts';
import { explainError } from '#src/domain/api/errors/error-codes.ts';

/** Why a node is where it is, and what a person can do. */
export interface NodeReason {
  readonly text: Text;
  readonly toDo?: Text;
}

/** Reasons of the engine, by code. */
const ownReasons: Readonly<Record<string, NodeReason>> = {
  name_taken: {
    text: {
      en: 'A deployment of this name already existed.',
      zh: '同名应用部署在此之前已存在。',
    },
    toDo: {
      en: 'It was not changed. Delete it or use another name pattern, then retry.',
      zh: '未对其做任何更改。请删除它或使用其他名称模板，然后重试。',
    },
  },
  ambiguous: {
    text: {
      en: 'It is not certain which deployment belongs to this rollout.',
      zh: '无法确定哪个应用部署属于本次批量部署。',
    },
    toDo: {
      en: 'Look at the deployments of this name, delete the wrong one, then retry.',
      zh: '请检查同名的应用部署，删除错误的一个后重试。',
    },
  },
  outcome_unknown: {
    text: {
      en: 'The rollout ended before the outcome of this request was known.',
      zh: '批量部署结束时，此请求的结果仍未确定。',
    },
    toDo: {
      en: 'Look at the deployment at the target. A rollback does not delete it or create it again. A retry creates nothing twice.',
      zh: '请在目标上查看该应用部署。回滚不会删除它，也不会重新创建它。重试不会重复创建。',
    },
  },
  not_ready: {
    text: { en: 'It was created, but not ready in time.', zh: '已创建，但未在规定时间内就绪。' },
    toDo: {
      en: 'Open the deployment to see why its instances do not start. A retry waits again; it creates nothing twice.',
      zh: '请打开应用部署查看实例未启动的原因。重试只会再次等待，不会重复创建。',
    },
  },
  gone: {
    text: { en: 'The deployment does not exist any more.', zh: '应用部署已不存在。' },
    toDo: {
      en: 'Someone deleted it. A retry of a create creates it again; an update has nothing to change.',
      zh: '已被他人删除。创建类批量部署重试会重新创建；更新类已无可更改的对象。',
    },
  },
  deleting: {
    text: { en: 'The deployment is being deleted.', zh: '应用部署正在删除中。' },
    toDo: { en: 'Wait until it is gone, then retry.', zh: '请等待删除完成后重试。' },
  },
  no_place: {
    text: {
      en: 'The deployment has no place for one of the values.',
      zh: '应用部署中没有可放置某个值的位置。',
    },
    toDo: {
      en: 'The path of the value needs a parent that exists. Start a new rollout with another path.',
      zh: '该值的路径要求其上级已存在，请使用其他路径新建批量部署。',
    },
  },
  invalid: {
    text: { en: 'The changed deployment would be invalid.', zh: '更改后的应用部署不符合要求。' },
    toDo: {
      en: 'Correct the change, then start a new rollout.',
      zh: '请修正更改内容后新建批量部署。',
    },
  },
  erased: {
    text: {
      en: 'The bodies of this rollout were erased.',
      zh: '该批量部署的请求体已被清除。',
    },
    toDo: { en: 'Start a new rollout.', zh: '请新建批量部署。' },
  },
  offline: {
    text: { en: 'The node was offline until the deadline.', zh: '节点在截止时间前一直离线。' },
    toDo: {
      en: 'Bring the node online, then start a rollout for it.',
      zh: '请使节点上线，然后为其新建批量部署。',
    },
  },
  aborted: {
    text: { en: 'Aborted before it was sent.', zh: '发送前已中止。' },
  },
  rolled_back: {
    text: { en: 'Rolled back before it was ready.', zh: '就绪前已回滚。' },
  },
  person: { text: { en: 'Skipped by a person.', zh: '已手动跳过。' } },
  interrupted: {
    text: { en: 'The server was interrupted before it sent.', zh: '服务器在发送前中断。' },
  },
  nodes_unread: {
    text: {
      en: 'The target does not show the states of its nodes.',
      zh: '无法从目标获取节点状态。',
    },
    toDo: {
      en: 'Nothing is sent until it does. It is asked again from time to time.',
      zh: '获取之前不会发送请求，系统会定期重试。',
    },
  },
  sign_in: { text: { en: 'The target refused the token.', zh: '目标拒绝了 Token。' } },
};

/** The reason behind an error of a node. Without an explanation, it is the message as received. */
export function explainNode({ error }: RolloutNode): NodeReason | undefined {
  if (error === undefined) return undefined;
  const { code, message } = error;
  if (Object.hasOwn(ownReasons, code)) return ownReasons[code];
  const known = explainError({ kind: 'http', code });
  if (known !== undefined) return { text: known.meaning, toDo: known.action };
  const text = message || code;
  return { text: { en: text, zh: text } };
}
