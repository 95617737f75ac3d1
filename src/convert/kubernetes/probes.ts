import type { Path } from '#src/json/path.ts';
import { probeLine } from '../body/probe-line.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import {
  integerOf,
  setIfPresent,
  carryInteger,
  carryText,
  type DraftObject,
} from '../report/carry.ts';
import { entry, itemsOf, textOf, type SourceNode } from '../source/source.ts';

/** Ports of a container by their names. */
export type NamedPorts = ReadonlyMap<
  string,
  { readonly port: number; readonly source: SourceNode }
>;

/** A probe by HTTP or command; undefined for other kinds, which stay unclaimed. */
export function mapProbe(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
  ports: NamedPorts,
): DraftObject | undefined {
  const { ledger } = context;
  const probe: DraftObject = {};
  const httpGet = entry(source, 'httpGet');
  const words = entry(entry(source, 'exec'), 'command');
  if (httpGet !== undefined)
    setIfPresent(probe, 'http_get', mapHttp(context, httpGet, [...to, 'http_get'], ports));
  else if (words !== undefined)
    setIfPresent(probe, 'exec', mapExec(context, words, [...to, 'exec']));
  if (Object.keys(probe).length === 0) {
    for (const key of ['initialDelaySeconds', 'timeoutSeconds'])
      ledger.lose(entry(source, key), unknownProbe);
    return undefined;
  }
  const delay = entry(source, 'initialDelaySeconds');
  if (integerOf(delay) === 0) {
    probe.initial_delay_seconds = 1;
    ledger.change(delay, [...to, 'initial_delay_seconds'], {
      en: 'the minimum in IEF is 1 second.',
      zh: 'IEF 的延迟时间最小为 1 秒。',
    });
  } else {
    setIfPresent(
      probe,
      'initial_delay_seconds',
      carryInteger(ledger, delay, [...to, 'initial_delay_seconds']),
    );
  }
  const timeout = entry(source, 'timeoutSeconds');
  setIfPresent(probe, 'timeout_seconds', carryInteger(ledger, timeout, [...to, 'timeout_seconds']));
  return probe;
}

const unknownProbe = {
  en: 'part of a probe that IEF does not support.',
  zh: '属于 IEF 不支持的探针。',
};

function mapHttp(
  context: MappingContext,
  source: SourceNode,
  to: Path,
  ports: NamedPorts,
): DraftObject {
  const { ledger } = context;
  const http: DraftObject = {};
  setIfPresent(http, 'path', carryText(ledger, entry(source, 'path'), [...to, 'path']) ?? '/');
  setIfPresent(http, 'port', mapPort(context, entry(source, 'port'), [...to, 'port'], ports));
  setIfPresent(http, 'host', carryText(ledger, entry(source, 'host'), [...to, 'host']));
  setIfPresent(http, 'scheme', carryText(ledger, entry(source, 'scheme'), [...to, 'scheme']));
  return http;
}

/** A port by number, or by a name of the container's ports. */
function mapPort(
  { ledger }: MappingContext,
  source: SourceNode | undefined,
  to: Path,
  ports: NamedPorts,
): number | undefined {
  const name = textOf(source);
  const named = name === undefined ? undefined : ports.get(name);
  if (named !== undefined) {
    const message = { en: `port ${named.port}.`, zh: `即端口 ${named.port}。` };
    ledger.carry(source, to, message);
    ledger.carry(named.source, to, message);
    return named.port;
  }
  const number = integerOf(source);
  if (number !== undefined) ledger.carry(source, to);
  else {
    ledger.lose(source ?? undefined, {
      en: 'the container has no port with this name.',
      zh: '容器没有此名称的端口。',
    });
  }
  return number;
}

function mapExec(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
): DraftObject | undefined {
  const items = itemsOf(source);
  const words = items.map((item) => textOf(item) ?? '');
  if (words.length === 0) return undefined;
  const line = probeLine(words);
  const target = [...to, 'command'];
  if (words.length === 1 && line === words[0]) ledger.carry(source, target);
  else {
    ledger.change(source, target, {
      en: 'the list became one line; words with spaces are quoted.',
      zh: '命令列表合并为一行，含空格的词加引号。',
    });
  }
  return { command: line };
}
