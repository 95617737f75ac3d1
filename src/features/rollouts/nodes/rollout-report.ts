import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { Language } from '#src/domain/core/text.ts';
import { explainNode } from './node-reason.ts';
import type { PlacedNode } from './node-filter.ts';

const columns = [
  'position',
  'wave',
  'nodeId',
  'nodeName',
  'deployment',
  'deploymentId',
  'state',
  'since',
  'tries',
  'errorCode',
  'errorMessage',
  'reason',
] as const;

type ReportRow = Readonly<Record<(typeof columns)[number], string | number>>;

function toReportRow({ node, wave }: PlacedNode, index: number, language: Language): ReportRow {
  const { sinceMs, error } = node;
  const reason = explainNode(node)?.text[language] ?? '';
  return {
    position: index + 1,
    wave,
    nodeId: node.nodeId,
    nodeName: node.nodeName,
    deployment: node.name,
    deploymentId: node.deploymentId ?? '',
    state: node.state,
    since: sinceMs === undefined ? '' : new Date(sinceMs).toISOString(),
    tries: node.tries,
    errorCode: error?.code ?? '',
    errorMessage: error?.message ?? '',
    reason: reason === error?.message ? '' : reason,
  };
}

/**
 * The nodes as CSV (RFC 4180) that spreadsheets open as UTF-8. A cell that a spreadsheet would run as a formula starts
 * with an apostrophe.
 */
export function rolloutCsv(placed: readonly PlacedNode[], language: Language): string {
  const rows = placed.map((one, index) => {
    const row = toReportRow(one, index, language);
    return columns.map((column) => csvCell(row[column])).join(',');
  });
  return `\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rollout with its plan, counts, history and nodes as JSON. */
export function rolloutJson(
  rollout: ShownRollout,
  placed: readonly PlacedNode[],
  language: Language,
): string {
  const { history = [], createdMs, endedMs, ...facts } = rollout;
  const iso = (ms: number) => new Date(ms).toISOString();
  const report = {
    ...facts,
    createdAt: iso(createdMs),
    ...(endedMs !== undefined && { endedAt: iso(endedMs) }),
    history: history.map(({ atMs, ...entry }) => ({ at: iso(atMs), ...entry })),
    nodes: placed.map((one, index) => toReportRow(one, index, language)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
