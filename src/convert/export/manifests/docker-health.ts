import type { Text } from '#src/domain/core/text.ts';
import type { Ledger } from '#src/convert/report/ledger.ts';
import { entry, entryAt, textOf, type SourceNode } from '#src/convert/source/source.ts';
import type { Path } from '#src/json/path.ts';
import { probeWords } from './body-parts.ts';

/** The health check of Docker for a liveness probe. */
export interface DockerHealth {
  readonly words: readonly string[];
  /** A duration such as `10s`. */
  readonly startPeriod: string | undefined;
  readonly timeout: string;
}

/** Turns a liveness probe into a health check. Docker only marks a container that fails it. */
export function dockerHealth(
  ledger: Ledger,
  container: SourceNode,
  to: Path | string,
): DockerHealth | undefined {
  const probe = entry(container, 'liveness_probe');
  const exec = entryAt(probe, 'exec', 'command');
  const words = probeWords(ledger, exec, to) ?? httpWords(ledger, probe, to);
  if (words === undefined) return undefined;
  ledger.note(exec ?? probe!, typeof to === 'string' ? null : to, {
    en: 'IEF restarts a container that fails its liveness probe. Docker only marks it as unhealthy.',
    zh: '存活探针失败时 IEF 会重启容器，Docker 只标记为不健康。',
  });
  const seconds = (key: string) => {
    const source = entry(probe, key);
    const text = textOf(source);
    if (text === undefined || !/^\d+$/.test(text)) return undefined;
    ledger.carry(source, to, { en: `${text}s.`, zh: `即 ${text} 秒。` });
    return `${text}s`;
  };
  const timeout = seconds('timeout_seconds');
  if (timeout === undefined) ledger.note(probe!, null, defaultTimeout);
  return {
    words,
    startPeriod: seconds('initial_delay_seconds'),
    timeout: timeout ?? `${IEF_TIMEOUT}s`,
  };
}

/** The timeout of a probe without one, in seconds. */
const IEF_TIMEOUT = 1;
const defaultTimeout: Text = {
  en: `The probe has no timeout: IEF waits ${IEF_TIMEOUT} s, Docker would wait 30 s.`,
  zh: `探针未设置超时：IEF 默认等待 ${IEF_TIMEOUT} 秒，Docker 默认为 30 秒。`,
};

function httpWords(
  ledger: Ledger,
  probe: SourceNode | undefined,
  to: Path | string,
): readonly string[] | undefined {
  const http = entry(probe, 'http_get');
  const port = textOf(entry(http, 'port'));
  if (http === undefined || port === undefined) return undefined;
  const scheme = (textOf(entry(http, 'scheme')) ?? 'HTTP').toLowerCase();
  const host = textOf(entry(http, 'host')) ?? '127.0.0.1';
  const url = `${scheme}://${host}:${port}${textOf(entry(http, 'path')) ?? '/'}`;
  ledger.change(http, to, {
    en: 'became a command. The image must contain wget.',
    zh: '转换为命令，镜像中须包含 wget。',
  });
  return ['wget', '-q', '-O', '/dev/null', url];
}
