import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as systemType } from 'node:os';
import { join as joinPath } from 'node:path';
import { chromium } from '@playwright/test';
import { buildPeer, peerNames } from '../measure/build-peers.ts';
import { drawChart } from '../report/chart.ts';
import {
  decide,
  judge,
  judgeShort,
  shortSizes,
  type Claim,
  type Verdict,
} from '../report/judge.ts';
import { writeMarkdown, type Judged } from '../report/markdown.ts';
import { makeReport, type Report } from '../report/report.ts';
import { runRound, visitOnce, weighScripts, type Scene } from '../measure/rounds.ts';
import { join, type Machine, type RawRun, type Sample } from '../measure/samples.ts';
import { serveFolder, serveOurs, type Served } from '../measure/servers.ts';
import { mebibyte, sizes } from '../sizes.ts';
import { subjectNames, type SubjectName } from '../subjects.ts';
import { actionsTable, budgetsTable, draw, pagesTable } from '../report/table.ts';

/** The command-line options of a run. */
export interface Options {
  readonly root: string;
  readonly executablePath: string;
  readonly rounds: number;
  /** Which pages and sizes; all if absent. */
  readonly pages?: readonly string[] | undefined;
  readonly sizes?: readonly string[] | undefined;
  /** The measurements around the page. */
  readonly around?: Around | undefined;
  /** The `dist` of an earlier build, measured in the same run for comparison. */
  readonly before?: string | undefined;
  /** Merges the figures into those of the previous run. */
  readonly append: boolean;
  /** Writes docs/bench. */
  readonly write: boolean;
  /** A description of the machine. */
  readonly machine: string | undefined;
}

/** The measurements around the page (e2e/bench/around.mjs): budgets and notes. */
export interface Around {
  readonly claims: readonly Claim[];
  readonly notes: readonly string[];
}

const SHORT_ROUNDS = 3;
const SHORT_PLAN = { fastGroups: 3, pausedPairs: 0, settleMs: 300 };

const foldersOf = (root: string) => ({
  raw: joinPath(root, '.cache/bench/page-samples.json'),
  report: joinPath(root, '.cache/bench/page-report.json'),
  docs: joinPath(root, 'docs/bench'),
});

/** The whole bench: measures, prints and stores the figures; true if every budget is met. */
export async function runFull(options: Options): Promise<boolean> {
  const { root, rounds, append, write } = options;
  const paths = foldersOf(root);
  const before = append && existsSync(paths.raw) ? readJson<RawRun>(paths.raw) : undefined;
  let report = before && makeReport(before);
  if (rounds > 0) {
    const run = await measure(options);
    const whole = join(before, run);
    writeJson(paths.raw, whole);
    report = makeReport(whole);
  }
  if (report === undefined) throw new Error('nothing was measured');
  const { claims = [], notes = [] } = options.around ?? {};
  const verdicts = [...judge(report), ...decide(claims)];
  writeJson(paths.report, { ...report, notes, budgets: verdicts });
  print(report, verdicts, notes);
  if (write) await writeDocs(report, { verdicts, notes }, paths.docs);
  return isKept(verdicts);
}

async function measure(options: Options): Promise<RawRun> {
  const { root, executablePath, rounds, before } = options;
  const pages = subjectNames.filter((name) =>
    name === 'before' ? before !== undefined : (options.pages?.includes(name) ?? true),
  );
  const wanted = [...sizes, mebibyte].filter(({ name }) => options.sizes?.includes(name) ?? true);
  return withPages({ root, executablePath, pages, before }, async (scene) => {
    const samples: Sample[] = [];
    const begun = new Date().toISOString();
    // The very first visit is slowed by cold disk caches.
    for (const subject of pages) {
      await visitOnce(scene, { round: -1, size: sizes[0], subject, plan: SHORT_PLAN });
    }
    for (let round = 0; round < rounds; round++) {
      samples.push(...(await runRound(scene, round, { pages, sizes: wanted })));
    }
    const machine = await describeMachine(options);
    return { begun, machine, rounds, samples, scriptBytes: weighScripts(scene, samples) };
  });
}

/** The short form: only our page and the bare input; true if its ratio budgets are met. */
export async function runShort(where: { root: string; executablePath: string }): Promise<boolean> {
  const pages = ['ours', 'bare'] as const;
  const samples = await withPages({ ...where, pages }, async (scene) => {
    const taken: Sample[] = [];
    for (let round = 0; round < SHORT_ROUNDS; round++) {
      const visit = (subject: SubjectName, name: string) => {
        const size = sizes.find((one) => one.name === name)!;
        return visitOnce(scene, { round, size, subject, plan: SHORT_PLAN });
      };
      // The bare input does not depend on the document: once per round, between the others, is enough.
      const [first, second] = round % 2 === 0 ? shortSizes : shortSizes.toReversed();
      const before = await visit('ours', first!);
      const bare = await visit('bare', first!);
      const after = await visit('ours', second!);
      taken.push(before, bare, { ...bare, size: second! }, after);
    }
    return taken;
  });
  const machine = await describeMachine({ ...where, machine: undefined });
  const begun = new Date().toISOString();
  const report = makeReport({ begun, machine, rounds: SHORT_ROUNDS, samples, scriptBytes: {} });
  const verdicts = judgeShort(report);
  say(`\n${draw(budgetsTable(verdicts))}`);
  return isKept(verdicts);
}

/** Judges stored figures; true if every budget is met. */
export function judgeFile(path: string, kind: 'full' | 'short'): boolean {
  const report = readJson<Report>(path);
  const verdicts = kind === 'full' ? judge(report) : judgeShort(report);
  say(draw(budgetsTable(verdicts)));
  return isKept(verdicts);
}

/** Builds and serves the pages while `work` runs. */
export async function withPages<T>(
  what: {
    root: string;
    executablePath: string;
    pages: readonly SubjectName[];
    before?: string | undefined;
  },
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const { root, executablePath, pages, before } = what;
  const served: Partial<Record<SubjectName, Served>> = {};
  try {
    if (pages.includes('ours')) served.ours = await serveOurs(joinPath(root, 'dist'));
    if (before !== undefined) served.before = await serveOurs(before);
    for (const name of peerNames) {
      if (pages.includes(name)) served[name] = await serveFolder(await buildPeer(root, name));
    }
    return await work({ executablePath, served, say });
  } finally {
    for (const one of Object.values(served)) await one.stop();
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function print(report: Report, verdicts: readonly Verdict[], notes: readonly string[]): void {
  say(
    '\nTimes in ms; a / b is median / p95, for keys also typing / with pauses; docs/bench/report.md explains each column.',
  );
  for (const table of [pagesTable(report), actionsTable(report), budgetsTable(verdicts)])
    say(`\n${draw(table)}`);
  for (const note of notes) say(note);
}

async function writeDocs(report: Report, judged: Judged, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(joinPath(folder, 'typing.svg'), drawChart(report));
  writeFileSync(joinPath(folder, 'report.md'), await writeMarkdown(report, judged));
}

async function describeMachine(options: {
  executablePath: string;
  machine: string | undefined;
}): Promise<Machine> {
  const browser = await chromium.launch({
    executablePath: options.executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const version = browser.version();
  await browser.close();
  return {
    what: options.machine ?? 'a machine of unknown class',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${systemType()} ${release().replace(/[-+].*/, '')}`,
    node: process.versions.node,
    browser: version,
  };
}

const isKept = (verdicts: readonly Verdict[]) => verdicts.every((verdict) => verdict.isKept);

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(joinPath(path, '..'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
