import type { Text } from '#src/domain/core/text.ts';
import type { RolloutAction, SubjectKind } from './rollout-body.ts';
import { percentOf, waveEnds, type RolloutPlan } from './waves.ts';

interface DescribedPlan {
  readonly action: RolloutAction;
  readonly kind: SubjectKind;
  readonly total: number;
  readonly plan: RolloutPlan;
}

/** Describes a plan and its duration in sentences. */
export function describePlan(described: DescribedPlan): readonly Text[] {
  const { plan, total } = described;
  const ends = waveEnds(plan.waves, total) ?? [total];
  const sizes = ends.map((end, index) => end - (ends[index - 1] ?? 0));
  return [
    actionSentence(described, sizes),
    ...(sizes.length > 1 ? [gateSentence(plan)] : []),
    stopSentence(plan),
    timeSentence(described, sizes.length),
  ];
}

const verbs = {
  create: { en: 'Creates', zh: '创建' },
  update: { en: 'Updates', zh: '更新' },
  delete: { en: 'Deletes', zh: '删除' },
} as const;

function actionSentence({ action, kind, total }: DescribedPlan, sizes: readonly number[]): Text {
  const verb = verbs[action];
  const on = kind === 'group' ? { en: 'group', zh: '节点组' } : { en: 'node', zh: '节点' };
  const what =
    action === 'create'
      ? {
          en: `${count(total, 'deployment')}, one for each ${on.en},`,
          zh: ` ${total} 个应用部署（每个${on.zh}一个）`,
        }
      : { en: count(total, 'deployment'), zh: ` ${total} 个应用部署` };
  if (sizes.length === 1) {
    const zh = `${verb.zh}${what.zh}，不分批次。`;
    return { en: `${verb.en} ${what.en.replace(/,$/, '')}, all in one wave.`, zh };
  }
  const shown = sizes.length > 6 ? [...sizes.slice(0, 5), '…', sizes.at(-1)!] : sizes;
  return {
    en: `${verb.en} ${what.en} in ${sizes.length} waves: ${shown.join(', ')}.`,
    zh: `分 ${sizes.length} 批${verb.zh}${what.zh}：${shown.join('、')}。`,
  };
}

function gateSentence({ gate, goOnAt }: RolloutPlan): Text {
  const share = percentOf(goOnAt);
  const reached = {
    en: share === 100 ? 'every deployment of a wave is ready' : `${goOnAt} of a wave is ready`,
    zh: share === 100 ? '一批全部就绪后' : `一批有 ${goOnAt} 就绪后`,
  };
  return gate === 'manual'
    ? {
        en: `When ${reached.en}, it waits until you continue.`,
        zh: `${reached.zh}暂停，等待您手动继续。`,
      }
    : {
        en: `When ${reached.en}, the next wave starts by itself.`,
        zh: `${reached.zh}自动开始下一批。`,
      };
}

function stopSentence({ stopAt }: RolloutPlan): Text {
  if (stopAt === 1) return { en: 'It stops at the first failure.', zh: '出现 1 个失败即停止。' };
  const share = typeof stopAt === 'number' ? `${stopAt} failures` : `failures reach ${stopAt}`;
  return {
    en: typeof stopAt === 'number' ? `It stops after ${share}.` : `It stops when ${share}.`,
    zh:
      typeof stopAt === 'number' ? `出现 ${stopAt} 个失败即停止。` : `失败达到 ${stopAt} 即停止。`,
  };
}

/** Sending is known; how long containers take to become ready is not, only how long the rollout waits. */
function timeSentence({ action, plan, total }: DescribedPlan, waves: number): Text {
  const isDelete = action === 'delete';
  const sending = (total / plan.perMinute) * 60;
  const most = sending + waves * plan.readyWithinS;
  const [about, atMost] = [duration(sending), duration(most)];
  const hasGate = plan.gate === 'manual' && waves > 1;
  return {
    en:
      `Sending takes about ${about.en} at ${plan.perMinute} a minute. Each wave also waits until its ${isDelete ? 'deployments are gone' : 'containers are ready'}. ` +
      `In all it takes at most ${atMost.en}, without the time ${hasGate ? 'at gates and ' : ''}for offline nodes.`,
    zh: `按每分钟 ${plan.perMinute} 个发送，约需 ${about.zh}；每批还需等待${isDelete ? '应用部署删除完成' : '容器就绪'}，总计最长 ${atMost.zh}（不含${hasGate ? '手动继续和' : ''}等待离线节点的时间）。`,
  };
}

function duration(seconds: number): Text {
  if (seconds < 60) {
    const whole = Math.max(1, Math.ceil(seconds));
    return { en: count(whole, 'second'), zh: `${whole} 秒` };
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return { en: count(minutes, 'minute'), zh: `${minutes} 分钟` };
  const hours = Math.ceil(minutes / 60);
  if (hours < 72) return { en: count(hours, 'hour'), zh: `${hours} 小时` };
  const days = Math.ceil(hours / 24);
  return { en: count(days, 'day'), zh: `${days} 天` };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
