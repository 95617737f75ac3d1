import type { Text } from '#src/domain/core/text.ts';
import type { RowCounts } from '#src/server/rollouts/rows/count-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';

export const rolloutUsage: Text = {
  en: 'Usage: ief-rollout [OPTION]... PLAN.json   (see --help)',
  zh: '用法：ief-rollout [选项]... PLAN.json（详见 --help）',
};

/** The output of --help. */
export const rolloutHelp: Text = {
  en: `Creates, updates or deletes the deployments of many edge nodes, with the engine of the server.

Usage: ief-rollout [OPTION]... PLAN.json

PLAN.json is the body of POST /api/rollouts; - reads it from standard input.

  --again                           start a new rollout even if the plan was run before
  --json                            a JSON object per node instead of a line
  --lang en|zh                      language of the messages (en)
  -h, --help                        show this help
  -v, --version                     show the version

IEF_TARGETS names the file of targets, and IEF_STORE the store (.ief-builder/store.db).
A target with tokens takes $IEF_TOKEN.

Standard output has one line per node:
  STATE ID NAME DEPLOYMENT_ID  CODE: MESSAGE

Progress goes to standard error. Run the same plan again to resume it: after an interruption,
to open the next wave of a manual gate, or to retry nodes that failed or were skipped. The pace
and limits in "plan" may be changed in between.

Exit code: 0 all nodes are ready; 1 not all; 2 the plan was refused, or an argument or the
configuration is wrong.`,
  zh: `使用服务器的批量部署引擎，在多个边缘节点上创建、更新或删除应用部署。

用法：ief-rollout [选项]... PLAN.json

PLAN.json 是 POST /api/rollouts 的请求体；- 表示读取标准输入。

  --again                           即使该计划已执行过，也重新开始
  --json                            每个节点输出一个 JSON 对象，而不是一行文本
  --lang en|zh                      提示信息的语言（默认 en）
  -h, --help                        显示本说明
  -v, --version                     显示版本号

IEF_TARGETS 指定目标文件，IEF_STORE 指定存储（默认 .ief-builder/store.db）。
使用 Token 的目标读取 $IEF_TOKEN。

标准输出中每个节点一行：
  状态 ID 名称 部署ID  错误码: 说明

进度写到标准错误。再次执行同一计划即可继续：用于中断之后恢复、打开手动关卡后的下一批次，
或重试失败和已跳过的节点。“plan”中的速率和上限可在两次执行之间修改。

退出码：0 全部节点就绪；1 未全部就绪；2 计划被拒绝，或参数、配置有误。`,
};

export const onePlan: Text = {
  en: 'Name exactly one plan.',
  zh: '请指定一个计划文件。',
};

export const planNotObject: Text = {
  en: 'The plan must be a JSON object.',
  zh: '计划必须是 JSON 对象。',
};

export function tokenNeeded(target: string): Text {
  return {
    en: `The target ${target} needs a token. Set IEF_TOKEN.`,
    zh: `目标 ${target} 需要 Token，请设置 IEF_TOKEN。`,
  };
}

export const tokenInvalid: Text = {
  en: 'IEF_TOKEN is not a token: it has a space, a line break or another character that tokens cannot have, or is longer than 100,000 characters.',
  zh: 'IEF_TOKEN 不是有效的 Token：含有空格、换行等 Token 中不允许的字符，或长度超过 100,000 个字符。',
};

export const storeOff: Text = {
  en: 'A rollout needs a store, so that it can be resumed. Set IEF_STORE.',
  zh: '批量部署需要存储才能恢复，请设置 IEF_STORE。',
};

export const storeLost: Text = {
  en: 'The store does not respond. Run the plan again to resume.',
  zh: '存储无响应。再次执行该计划即可继续。',
};

/** A failure of the engine, for which the server's log is missing here. */
export function engineFailed({ where, error }: { where: string; error: string }): Text {
  return {
    en: `ief-rollout: the engine failed (${where}): ${error}. It tries again where that is safe.`,
    zh: `ief-rollout：引擎出错（${where}）：${error}。在安全的情况下会自动重试。`,
  };
}

/** The beginning: how the rollout is taken up. */
export function startedAs(how: 'new' | 'resumed' | 'retried' | 'ended', id: string): Text {
  const words = {
    new: { en: 'started', zh: '已开始' },
    resumed: { en: 'resumed', zh: '继续执行' },
    retried: { en: 'retries what failed', zh: '重试失败的节点' },
    ended: { en: 'was completed before', zh: '此前已完成' },
  } as const;
  return { en: `rollout ${id} ${words[how].en}`, zh: `批量部署 ${id} ${words[how].zh}` };
}

export function progress(
  { wave, wave_ends: ends }: Pick<RolloutRecord, 'wave' | 'wave_ends'>,
  { ready }: RowCounts,
  total: number,
): Text {
  const waves = (JSON.parse(ends) as readonly number[]).length;
  return {
    en: `wave ${wave + 1} of ${waves}: ${ready} of ${total} ready`,
    zh: `第 ${wave + 1}/${waves} 批：${ready}/${total} 就绪`,
  };
}

/** The last line, and what to do next. */
export function summary(
  total: number,
  ready: number,
  state: RolloutRecord['state'],
  reason: RolloutRecord['reason'],
): Text {
  const isPartial = state === 'done' && ready < total;
  const next = isPartial ? retryHint : nextSteps[reason === 'gate' ? reason : state];
  return {
    en: `${ready} of ${total} ready. ${next.en}`.trimEnd(),
    zh: `${ready}/${total} 就绪。${next.zh}`,
  };
}

const retryHint: Text = {
  en: 'Run the plan again to retry the others.',
  zh: '再次执行该计划可重试其余节点。',
};

const nextSteps: Readonly<Record<RolloutRecord['state'] | 'gate', Text>> = {
  gate: {
    en: 'The rollout waits at a gate. Run the plan again to open the next wave.',
    zh: '批量部署在关卡处等待。再次执行该计划可打开下一批次。',
  },
  running: {
    en: 'Interrupted. Run the plan again to resume.',
    zh: '已中断。再次执行该计划即可继续。',
  },
  paused: {
    en: 'The rollout was paused. Run the plan again to resume.',
    zh: '批量部署已暂停。再次执行该计划即可继续。',
  },
  'needs-token': {
    en: 'The target refused the credentials. Set a new IEF_TOKEN and run the plan again.',
    zh: '目标拒绝了凭据。请设置新的 IEF_TOKEN 并再次执行该计划。',
  },
  stopped: {
    en: 'The failure limit was reached. Raise stopAt in the plan and run it again.',
    zh: '已达到失败上限。请调高计划中的 stopAt 并再次执行。',
  },
  done: { en: '', zh: '' },
  aborted: { en: 'The rollout was aborted.', zh: '批量部署已中止。' },
};
