import { readPort } from '#src/convert/docker/ports.ts';
import { readBind } from '#src/convert/docker/volumes.ts';
import { volumeName } from '#src/convert/body/volume-names.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { JsonObject } from '#src/json/value.ts';
import { cellsOf, columnsOf, type TableColumn } from './read-table.ts';
import { rowPasteWords as words } from './words.ts';

/** The lists that accept pasted lines. */
export type PastedKind = 'ports' | 'volumes' | 'tags';

/** One pasted line: the rows it becomes, or the reason why it becomes none. */
export interface PastedLine {
  readonly line: number;
  readonly text: string;
  readonly rows: readonly JsonObject[];
  readonly notes: readonly Text[];
  /** Set if the line cannot be read. */
  readonly problem?: Text;
}

type Read = Pick<PastedLine, 'rows' | 'notes' | 'problem'>;

/** More rows of one line are refused. */
const MAX_ROWS = 1000;

/** Reads pasted lines. Blank lines, comments and the header of a table are left out. `names` are volume names in use. */
export function readPastedRows(
  kind: PastedKind,
  text: string,
  names: ReadonlySet<string> = new Set(),
): readonly PastedLine[] {
  const used = new Set(names);
  let columns: readonly TableColumn[] | undefined;
  const lines: PastedLine[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = written.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const cells = written.includes('\t') ? cellsOf(written) : undefined;
    const header = lines.length === 0 && columns === undefined && cells && columnsOf(kind, cells);
    if (header) {
      columns = header;
      continue;
    }
    const item = withoutDecoration(trimmed);
    const read =
      kind === 'ports'
        ? readPorts(cells, item, columns)
        : kind === 'volumes'
          ? readVolumes(cells, item, columns, used)
          : readTags(cells, item, columns);
    lines.push({ line: index + 1, text: trimmed, ...read });
  }
  return lines;
}

/** The text of an item of a YAML list, a JSON list or a docker command: without dash, flag, quotes and comma. */
function withoutDecoration(line: string): string {
  const item = line.replace(/^(?:-p|-v|--publish|--volume|-)(?:\s+|=)/, '').replace(/,$/, '');
  const [, , inner] = /^(["'])(.*)\1$/.exec(item) ?? [];
  return inner ?? item;
}

type Cells = readonly string[] | undefined;
type Columns = readonly TableColumn[] | undefined;

function refuse(problem: Text): Read {
  return { rows: [], notes: [], problem };
}

/** The cells of a line by column; without a header, the columns have the order of `usual`. */
function byColumn(cells: readonly string[], columns: Columns, usual: readonly TableColumn[]) {
  const order = columns ?? usual;
  return new Map(cells.map((cell, index) => [order[index], cell.trim()] as const));
}

function readPorts(cells: Cells, item: string, columns: Columns): Read {
  if (cells === undefined) return portRows(item);
  const cell = byColumn(cells, columns, ['container', 'host', 'ip']);
  const [container = '', host = '', ip = ''] = [
    cell.get('container'),
    cell.get('host'),
    cell.get('ip'),
  ];
  return portRows([ip && `${ip}:`, host && `${host}:`, container].join(''));
}

function portRows(text: string): Read {
  const port = readPort(text);
  if (port === undefined) return refuse(words.notPort);
  const { container, host, hostIp, protocol = 'tcp' } = port;
  const count = container[1] - container[0] + 1;
  const hostCount = host === undefined ? 0 : host[1] - host[0] + 1;
  if (count > MAX_ROWS) return refuse(words.tooMany);
  if (host !== undefined && count > 1 && count !== hostCount) return refuse(words.unequal);
  const isRange = hostCount > 1 && count === 1;
  const rows = Array.from({ length: count }, (_, index) => ({
    container_port: container[0] + index,
    ...(host !== undefined &&
      (isRange
        ? { host_port_range: { min_port: host[0], max_port: host[1] } }
        : { host_port: host[0] + index })),
    ...(hostIp !== undefined && { host_ip: hostIp }),
  }));
  const notes = [
    host === undefined && words.noHostPort,
    isRange && words.needsPlatinum,
    protocol.toLowerCase() !== 'tcp' && words.noProtocol(protocol),
  ].filter((note) => note !== false);
  return { rows, notes };
}

function readVolumes(cells: Cells, item: string, columns: Columns, used: Set<string>): Read {
  if (cells === undefined) return volumeRows(item, used);
  const usual: readonly TableColumn[] =
    cells.length > 3
      ? ['name', 'type', 'source', 'destination', 'readOnly']
      : ['source', 'destination', 'readOnly'];
  const cell = byColumn(cells, columns, usual);
  const text = (column: TableColumn) => cell.get(column) ?? '';
  const destination = text('destination');
  const source = text('source');
  if (!destination.startsWith('/')) return refuse(words.notVolume);
  const wanted = text('name') || lastPart(destination);
  return {
    rows: [
      {
        name: text('name') === '' ? volumeName(wanted, used) : wanted,
        type: volumeType(text('type'), source),
        ...(source !== '' && { source }),
        destination,
        ...(text('readOnly') !== '' && {
          read_only: /^(?:ro|true|yes|1|是)$/i.test(text('readOnly')),
        }),
      },
    ],
    notes: source === '' ? [words.noSource] : [],
  };
}

const volumeTypes = ['hostPath', 'configMap', 'secret', 'emptyDir'];

function volumeType(written: string, source: string): string {
  const plain = written.toLowerCase().replaceAll(/[\s_-]/g, '');
  const known = volumeTypes.find((type) => type.toLowerCase() === plain);
  return known ?? (source === 'disk' || source === 'memory' ? 'emptyDir' : 'hostPath');
}

function volumeRows(item: string, used: Set<string>): Read {
  const { kind, source, target, isReadOnly = false, lost = [] } = readBind(item);
  if (source === undefined && !target.startsWith('/')) {
    // Only a name.
    if (!/^[\w.-]+$/.test(target)) return refuse(words.notVolume);
    return {
      rows: [{ name: volumeName(target, used), type: 'hostPath' }],
      notes: [words.onlyName],
    };
  }
  if (!target.startsWith('/')) return refuse(words.notVolume);
  const isNamed = kind === 'volume' && source !== undefined;
  const name = volumeName(isNamed ? source : lastPart(target), used);
  const notes = lost.length > 0 ? [words.noOptions(lost)] : [];
  if (source === undefined) {
    const row = { name, type: 'emptyDir', source: 'disk', destination: target };
    return { rows: [row], notes: [words.anonymous, ...notes] };
  }
  return {
    rows: [
      {
        name,
        type: 'hostPath',
        ...(!isNamed && { source }),
        destination: target,
        read_only: isReadOnly,
      },
    ],
    notes: isNamed ? [words.named, ...notes] : notes,
  };
}

function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? 'volume';
}

function readTags(cells: Cells, item: string, columns: Columns): Read {
  if (cells !== undefined) {
    const cell = byColumn(cells, columns, ['key', 'value']);
    return tagRow(cell.get('key') ?? '', cell.get('value') ?? '');
  }
  const [, key, value] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(item) ?? [];
  if (key === undefined) return refuse(words.notTag);
  return tagRow(key, value ?? '');
}

function tagRow(key: string, value: string): Read {
  if (key === '') return refuse(words.notTag);
  const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return { rows: [{ key, value: inner ?? value }], notes: [] };
}
