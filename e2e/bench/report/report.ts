import { actionNames, type ActionName } from '../measure/actions.ts';
import type { Machine, RawRun, Sample, ScriptBytes } from '../measure/samples.ts';
import { figuresOf, median, type Figures } from './statistics.ts';
import type { SubjectName } from '../subjects.ts';
import { subjectNames } from '../subjects.ts';

/** The summary of one page with one document. */
export interface Row {
  /** Main thread milliseconds per key: the median of the visits, the tail of all groups of keys. */
  readonly fast?: Figures;
  readonly paused?: Figures;
  /** The median of each visit, by round. */
  readonly fastByRound: Readonly<Record<number, number>>;
  readonly pausedByRound: Readonly<Record<number, number>>;
  /** Task duration per key, waiting included. */
  readonly task?: number;
  readonly pausedTask?: number;
  readonly script?: number;
  readonly style?: number;
  readonly layout?: number;
  readonly paint?: Figures;
  readonly slowed?: number;
  readonly longTasks?: number;
  readonly longestTask?: number;
  readonly slowedLongTasks?: number;
  readonly lost?: number;
  readonly lostRushed?: number;
  readonly inputs?: number;
  readonly heap?: number;
  readonly editable?: Figures;
  readonly shift?: number;
  readonly foreign?: number;
  readonly actions?: Readonly<Partial<Record<ActionName, ActionRow>>>;
  readonly gaveUp?: { readonly seconds: number; readonly at: string };
}

/** An action and its slowest instance. */
export interface ActionRow extends Figures {
  readonly slowest: string;
}

/** The summary of a run. */
export interface Report {
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  /** By size, then by page. */
  readonly rows: Readonly<Record<string, Readonly<Partial<Record<SubjectName, Row>>>>>;
  readonly scriptBytes: ScriptBytes;
}

/** Summarizes a run. */
export function makeReport(run: RawRun): Report {
  const rows: Record<string, Partial<Record<SubjectName, Row>>> = {};
  for (const size of new Set(run.samples.map((sample) => sample.size))) {
    const of: Partial<Record<SubjectName, Row>> = {};
    for (const subject of subjectNames) {
      const own = run.samples.filter((one) => one.size === size && one.subject === subject);
      if (own.length > 0) of[subject] = makeRow(own);
    }
    rows[size] = of;
  }
  const { machine, scriptBytes } = run;
  // A merged run has one round per part.
  const visited = run.samples.filter(({ subject, typing }) => subject === 'ours' && typing);
  const rounds = new Set(visited.map(({ round }) => round)).size;
  return { date: run.begun.slice(0, 10), machine, rounds, rows, scriptBytes };
}

function makeRow(samples: readonly Sample[]): Row {
  const typed = samples.flatMap(({ round, typing }) => (typing ? [{ ...typing, round }] : []));
  const loaded = samples.flatMap(({ loading }) => loading ?? []);
  const gaveUp = samples.find((sample) => sample.gaveUp)?.gaveUp;
  const byRound = (kind: 'fast' | 'paused') =>
    Object.fromEntries(typed.map((one) => [one.round, median(one[kind])]));
  const middle = (values: readonly number[]) => (values.length > 0 ? median(values) : undefined);
  const longTasks = typed.flatMap((one) => one.longTasks);
  const defined = (values: readonly (number | undefined)[]) =>
    values.filter((value) => value !== undefined);
  const sum = (values: readonly (number | undefined)[]) =>
    defined(values).length > 0
      ? defined(values).reduce((total, value) => total + value, 0)
      : undefined;
  const row = {
    fast: visits(typed.map((one) => one.fast)),
    paused: visits(typed.map((one) => one.paused)),
    fastByRound: byRound('fast'),
    pausedByRound: byRound('paused'),
    task: middle(typed.map((one) => one.task)),
    pausedTask: middle(typed.filter((one) => one.paused.length > 0).map((one) => one.pausedTask)),
    script: middle(typed.map((one) => one.script)),
    style: middle(typed.map((one) => one.style)),
    layout: middle(typed.map((one) => one.layout)),
    paint: visits(typed.map((one) => one.paint)),
    slowed: middle(defined(typed.map((one) => one.slowed))),
    longTasks: typed.length > 0 ? longTasks.length : undefined,
    longestTask: longTasks.length > 0 ? Math.max(...longTasks) : undefined,
    slowedLongTasks: sum(typed.map((one) => one.slowedLongTasks?.length)),
    lost: sum(typed.map((one) => one.lost)),
    lostRushed: sum(typed.map((one) => one.lostRushed)),
    inputs: typed[0]?.inputs,
    heap: middle(typed.map((one) => one.heap)),
    editable: loaded.length > 0 ? figuresOf(loaded.map((one) => one.editable)) : undefined,
    shift: loaded.length > 0 ? Math.max(...loaded.map((one) => one.shift)) : undefined,
    foreign: sum(loaded.map((one) => one.foreign.length)),
    actions: makeActions(samples),
    gaveUp,
  };
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as Row;
}

/** The median of the visits' medians, so that a disturbed visit does not count more; the tail of all values. */
function visits(values: readonly (readonly number[])[]): Figures | undefined {
  const middles = values.filter((one) => one.length > 0).map((one) => median(one));
  if (middles.length === 0) return undefined;
  return {
    ...figuresOf(values.flat()),
    median: median(middles),
    min: Math.min(...middles),
    max: Math.max(...middles),
  };
}

function makeActions(samples: readonly Sample[]): Row['actions'] | undefined {
  const all = samples.flatMap(({ actions }) => actions ?? []);
  if (all.length === 0) return undefined;
  const rows: Partial<Record<ActionName, ActionRow>> = {};
  for (const name of actionNames) {
    const times = all.flatMap((one) => one[name]);
    if (times.length === 0) continue;
    const slowest = times.toSorted((a, b) => b.ms - a.ms)[0];
    rows[name] = { ...figuresOf(times.map(({ ms }) => ms)), slowest: slowest?.what ?? '' };
  }
  return rows;
}
