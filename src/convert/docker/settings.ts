import { splitCommandLine } from '../command/split-line.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { readBytes, readQuantity, toCores, toMegabytes } from '../body/amounts.ts';
import { probeLine } from '../body/probe-line.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import type { DraftObject } from '../report/carry.ts';
import { textOf, type SourceNode } from '../source/source.ts';

/** The restart policy for one of Docker, claimed. */
export function mapRestartPolicy(
  { ledger }: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): string | undefined {
  const text = textOf(source);
  if (text === undefined) return undefined;
  const [name = '', tries] = text.split(':');
  switch (name) {
    case 'always':
    case 'any':
      ledger.carry(source, to);
      return 'Always';
    case 'unless-stopped':
      ledger.change(source, to, {
        en: 'became Always, the closest policy in IEF.',
        zh: '转换为 Always，即 IEF 中最接近的策略。',
      });
      return 'Always';
    case 'on-failure':
      if (tries === undefined) ledger.carry(source, to);
      else {
        ledger.change(source, to, {
          en: 'became OnFailure; IEF does not limit the number of restarts.',
          zh: '转换为 OnFailure，IEF 不限制重启次数。',
        });
      }
      return 'OnFailure';
    case 'no':
    case 'none':
    case 'false':
      ledger.carry(source, to, { en: 'Never in IEF.', zh: '即 Never。' });
      return 'Never';
    default:
      ledger.lose(source, { en: 'unknown restart policy.', zh: '未知的重启策略。' });
      return undefined;
  }
}

/** Says that a container without a restart policy gets one. */
export function notRestarted(policy: string, services: readonly string[] = []): Text {
  const en = services.length === 0 ? '' : ` (${services.join(', ')})`;
  const zh = services.length === 0 ? '' : `（${services.join('、')}）`;
  return {
    en: `Docker does not restart a container without a restart policy${en}. IEF does: the policy is ${policy}.`,
    zh: `未设置重启策略${zh}时，Docker 不会重启容器；此处的策略为 ${policy}，IEF 会重启容器。`,
  };
}

/** Memory as Docker writes it, in MB, claimed. Zero means no limit. */
export function mapMemory(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): string | undefined {
  return mapAmount(context, source, to, (text) => {
    const bytes = readBytes(text);
    return bytes && toMegabytes(bytes);
  });
}

/** A number of CPUs, in cores, claimed. */
export function mapCpus(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): string | undefined {
  return mapAmount(context, source, to, (text) => {
    const cores = /^[\d.]+$/.test(text) ? readQuantity(text) : undefined;
    return cores && toCores(cores);
  });
}

function mapAmount(
  { ledger }: MappingContext,
  source: SourceNode | undefined,
  to: Path,
  read: (text: string) => ReturnType<typeof toCores> | undefined,
): string | undefined {
  const text = textOf(source);
  if (text === undefined || source === undefined) return undefined;
  if (/^0+(?:\.0*)?$/.test(text)) {
    ledger.carry(source, to.slice(0, -3), { en: 'no limit.', zh: '表示不限制。' });
    return undefined;
  }
  const amount = read(text);
  if (amount === undefined) {
    ledger.lose(source, { en: 'this is not a valid amount.', zh: '资源量无效。' });
    return undefined;
  }
  if (amount.isRounded) ledger.change(source, to, amount.message);
  else ledger.carry(source, to, amount.message);
  return amount.text;
}

/** The numeric user, in generation 2025. Only the image knows user names. */
export function mapUser(
  { ledger, generation }: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): number | undefined {
  const text = textOf(source);
  if (text === undefined) return undefined;
  const [, user, group] = /^(\d{1,5})(?::(.+))?$/.exec(text) ?? [];
  if (user === undefined || generation !== '2025') {
    ledger.lose(source, {
      en: 'only API generation 2025 can set the user, and only by its numeric ID.',
      zh: '只有 2025 版 API 可设置用户，且只能使用数字 ID。',
    });
    return undefined;
  }
  if (group === undefined) ledger.carry(source, to);
  else ledger.change(source, to, { en: 'IEF cannot set the group.', zh: 'IEF 不能设置用户组。' });
  return Number(user);
}

/** Without the entrypoint of the image, the arguments are the whole command. */
export const clearedEntrypoint: Text = {
  en: 'clears the entrypoint of the image, so the arguments became the command.',
  zh: '清除镜像的入口命令，因此参数转换为启动命令。',
};

/** Words of a command written as one text, split without a shell; undefined and lost if a quote is open. */
export function mapWords(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
): readonly string[] | undefined {
  const text = textOf(source) ?? '';
  const words = splitCommandLine(text);
  if (words === undefined) {
    ledger.lose(source, {
      en: 'a quote is not closed, or the text ends with a backslash.',
      zh: '引号未闭合，或以反斜杠结尾。',
    });
    return undefined;
  }
  if (words.length > 0)
    ledger.carry(source, to, {
      en: `split into ${words.length} ${words.length === 1 ? 'word' : 'words'}, without a shell.`,
      zh: `拆分为 ${words.length} 个词，不经过 shell。`,
    });
  return words;
}

/** A health check: Docker's command and its settings. */
export interface HealthCheck {
  /** Words after CMD, or a script for a shell. */
  readonly test: { readonly words: readonly string[] } | { readonly script: string };
  readonly testSource: SourceNode;
  readonly timeout?: SourceNode | undefined;
  readonly startPeriod?: SourceNode | undefined;
  /** Durations are nanoseconds, as docker inspect prints them. */
  readonly isNanoseconds?: boolean;
}

/** The liveness probe for a health check. Docker only marks a container; IEF restarts it. */
export function mapHealthCheck(
  { ledger }: MappingContext,
  check: HealthCheck,
  to: Path,
): DraftObject {
  const { test, testSource } = check;
  const isScript = 'script' in test;
  const command = probeLine(isScript ? ['sh', '-c', test.script] : test.words);
  ledger.change(testSource, [...to, 'exec', 'command'], isScript ? byShell : asLiveness);
  const probe: DraftObject = { exec: { command } };
  for (const [source, key] of [
    [check.startPeriod, 'initial_delay_seconds'],
    [check.timeout, 'timeout_seconds'],
  ] as const) {
    const text = textOf(source);
    if (text === undefined || (check.isNanoseconds === true && text === '0')) continue;
    const seconds = check.isNanoseconds === true ? Number(text) / 1e9 : readDuration(text);
    if (seconds === undefined || !Number.isFinite(seconds)) continue;
    const isDefault = key === 'timeout_seconds' && seconds === 0;
    const whole = isDefault ? DOCKER_TIMEOUT : Math.max(1, Math.ceil(seconds));
    probe[key] = whole;
    const message = { en: `${whole} s.`, zh: `即 ${whole} 秒。` };
    if (isDefault || whole === seconds) ledger.carry(source, [...to, key], message);
    else ledger.change(source, [...to, key], message);
  }
  if (probe.timeout_seconds === undefined) {
    probe.timeout_seconds = DOCKER_TIMEOUT;
    ledger.note(testSource, [...to, 'timeout_seconds'], defaultTimeout);
  }
  return probe;
}

/** Docker’s timeout of a check without one, in seconds. That of IEF is 1. */
const DOCKER_TIMEOUT = 30;
const defaultTimeout: Text = {
  en: `The check has no timeout: Docker waits ${DOCKER_TIMEOUT} s, IEF would wait 1 s.`,
  zh: `检查未设置超时：Docker 默认等待 ${DOCKER_TIMEOUT} 秒，IEF 默认为 1 秒。`,
};
const asLiveness: Text = {
  en: 'became the liveness probe. Unlike Docker, IEF restarts the container when the check fails.',
  zh: '转换为存活探针。与 Docker 不同，检查失败时 IEF 会重启容器。',
};
const byShell: Text = {
  en: 'became the liveness probe, run by sh -c. Unlike Docker, IEF restarts the container when the check fails.',
  zh: '转换为存活探针，通过 sh -c 执行。与 Docker 不同，检查失败时 IEF 会重启容器。',
};

/** Seconds of a duration such as `1m30s` or `500ms`. */
function readDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|us|m|s))+$/.test(text)) return undefined;
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6 };
  let seconds = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|us|m|s)/g))
    seconds += Number(number) * units[unit]!;
  return seconds;
}

/** A name that IEF takes for a container or a deployment (tables 3 and 6). */
export function plainName(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 32);
  return plain.replaceAll(/^-+|-+$/g, '');
}
