import { actionNames } from '../measure/actions.ts';
import { ratioToBare, type Verdict } from './judge.ts';
import type { Report, Row } from './report.ts';
import type { Figures } from './statistics.ts';
import { isOwn, subjectNames, type SubjectName } from '../subjects.ts';

/** The display name of each page. */
export const titles: Readonly<Record<SubjectName, string>> = {
  ours: 'this page',
  before: 'this page, before',
  bare: 'bare input',
  rjsf: 'RJSF',
  jsonforms: 'JSON Forms',
};

/** A table: its header, then its rows. */
export type Table = readonly (readonly string[])[];

/** A number with a sensible number of digits. */
export function round(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value.toFixed(value !== 0 && Math.abs(value) < 10 ? 1 : 0);
}

const orNone = (value: number | undefined, show = round) =>
  value === undefined ? '–' : show(value);
const pair = (figures: Figures | undefined) =>
  figures === undefined ? '–' : `${round(figures.median)} / ${round(figures.p95)}`;

/** Typing, loading and heap of every page with every document. */
export function pagesTable(report: Report): Table {
  const lines = [
    [
      'Document',
      'Page',
      'Key, typing',
      'Key, pauses',
      'Times bare',
      'Key, tasks',
      'Next paint',
      'Key, slowed',
      'Tasks > 50 ms',
      'Letters lost',
      'Editable after',
      'Heap',
      'Inputs',
    ],
  ];
  for (const [size, pages] of Object.entries(report.rows)) {
    for (const page of subjectNames) {
      const row = pages[page];
      if (row === undefined) continue;
      lines.push([size, titles[page], ...cellsOf(report, size, row, page)]);
    }
  }
  return lines;
}

function cellsOf(report: Report, size: string, row: Row, page: SubjectName): string[] {
  const { fast, paused, gaveUp } = row;
  const untyped = gaveUp ? `not finished in ${gaveUp.seconds} s` : '–';
  const ratios = (['fast', 'paused'] as const).map((kind) => ratioToBare(report, size, kind, page));
  return [
    fast ? pair(fast) : untyped,
    paused ? pair(paused) : '–',
    isOwn(page) && fast ? ratios.map((one) => one.toFixed(2)).join(' / ') : '–',
    [row.task, row.pausedTask].map((one) => orNone(one)).join(' / '),
    pair(row.paint),
    orNone(row.slowed),
    [row.longTasks, row.slowedLongTasks].map((one) => orNone(one, String)).join(' / '),
    [row.lost, row.lostRushed].map((one) => orNone(one, String)).join(' / '),
    row.editable ? `${round(row.editable.median)}` : untyped,
    orNone(row.heap && row.heap / 1e6),
    orNone(row.inputs, String),
  ];
}

/** The other actions on our page. */
export function actionsTable({ rows }: Report): Table {
  const lines = [['Document', 'Page', ...actionNames]];
  for (const [size, pages] of Object.entries(rows)) {
    for (const page of subjectNames) {
      const actions = pages[page]?.actions;
      if (actions)
        lines.push([size, titles[page], ...actionNames.map((name) => pair(actions[name]))]);
    }
  }
  return lines;
}

/** Each budget with its measured value. */
export function budgetsTable(verdicts: readonly Verdict[]): Table {
  const show = (value: number, unit: Verdict['unit']) => {
    if (!Number.isFinite(value)) return 'not measured';
    const number = unit === 'times' ? value.toFixed(2) : round(value);
    return unit === '' ? number : `${number} ${unit}`;
  };
  return [
    ['Budget', 'Measured', 'Limit', ''],
    ...verdicts.map(({ what, value, unit, bound, limit, isKept }) => [
      what,
      show(value, unit),
      `at ${bound} ${limit}`,
      isKept ? 'ok' : 'OVER',
    ]),
  ];
}

/** A table with aligned columns, for a terminal. */
export function draw(table: Table): string {
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
