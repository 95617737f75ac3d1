interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The same in CPU time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** The longest task on the main thread of a trace, milliseconds of CPU time: waiting for a busy machine does not count. */
export function longestTask(text: string): number {
  const { traceEvents: events } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  const isMain = mainThreadOf(events);
  const tasks = events.filter((event) => event.name === 'RunTask' && isMain(event));
  if (tasks.length === 0) throw new Error('the trace has no task of the main thread');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

/** The work of the main thread after a click, milliseconds of CPU time. */
export interface ClickWork {
  /** From the click to the end of the frame that shows its effect. */
  readonly toFrame: number;
  /** The longest task until `SETTLED_MS` after the click. */
  readonly longest: number;
  /** All tasks until then. */
  readonly total: number;
}

/** How long the work that a click defers may take, milliseconds. */
const SETTLED_MS = 1000;

/** The work after each click of a trace, in order. */
export function workOfClicks(text: string): ClickWork[] {
  const { traceEvents: events } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  const isMain = mainThreadOf(events);
  const onMain = events.filter(isMain).toSorted((a, b) => a.ts - b.ts);
  const tasks = onMain.filter(({ name }) => name === 'RunTask');
  const frames = onMain.filter(({ name }) => name === 'FireAnimationFrame');
  const clicks = onMain.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click',
  );
  const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  return clicks.map((click, at) => {
    const nextClick = clicks[at + 1]?.ts ?? Infinity;
    const until = Math.min(click.ts + SETTLED_MS * 1000, nextClick);
    const after = tasks.filter((task) => endOf(task) > click.ts && task.ts < until);
    // The page reports the paint from a task after the first frame that follows the click.
    const frame = frames.find(({ ts }) => ts > click.ts)?.ts ?? until;
    const sum = (list: readonly TraceEvent[]) =>
      list.reduce((all, { tdur = 0 }) => all + tdur / 1000, 0);
    return {
      toFrame: sum(after.filter(({ ts }) => ts <= frame)),
      longest: after.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0),
      total: sum(after),
    };
  });
}

function mainThreadOf(events: readonly TraceEvent[]): (event: TraceEvent) => boolean {
  const main = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  return (event) => main.some(({ pid, tid }) => event.pid === pid && event.tid === tid);
}

/** The main thread time of a page while `keys` keys were typed, by the browser's categories of work. */
export function summariseTrace(text: string, keys: number): string {
  const { traceEvents: events } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  const timed = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const mainOf = mainThreadOf(events);
  const own = new Map<string, number>();
  const add = (name: string, time: number) => own.set(name, (own.get(name) ?? 0) + time);
  // The time of an event inside another one does not count for the outer one.
  const open: TraceEvent[] = [];
  const inOrder = timed
    .filter(mainOf)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  for (const event of inOrder) {
    const endOf = (one: TraceEvent) => one.ts + (one.dur ?? 0);
    while (open.length > 0 && endOf(open.at(-1)!) <= event.ts) open.pop();
    const time = event.tdur ?? event.dur ?? 0;
    const around = open.at(-1);
    add(event.name, time);
    if (around) add(around.name, -time);
    open.push(event);
  }
  const lines = [...own]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 20)
    .map(([name, time]) => `${(time / keys).toFixed(0).padStart(7)}  ${name}`);
  return `µs of CPU time per key on the main thread, by kind of work\n${lines.join('\n')}`;
}
