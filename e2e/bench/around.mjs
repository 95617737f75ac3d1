// Measures everything around the page: build, type check and start times, validation compared with ajv, the server
// compared with nginx, a rollout, the first load, and Lighthouse scores. Each part returns budgets in the same shape as those of
// the page.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_ADDED_MS, MOST_LOOP_MS, MOST_TIMES_P99 } from '../load/latency.mjs';
import { LEAST_SHARE } from '../load/rollouts/rate.mjs';
import { buildTool, loadBuilt } from './load-built.mjs';

/**
 * @typedef {{
 *   what: string,
 *   value: number,
 *   unit: '' | 'times' | 'ms' | 'MB' | 'KiB',
 *   bound: 'most' | 'least',
 *   limit: number,
 * }} Claim
 */

const MOST_BUILD_MS = 10_000;
const MOST_TYPES_MS = 5_000;
const MOST_START_MS = 2_000;
const MOST_TIMES_AJV = 10;
const MOST_AFTER_EDIT_MS = 1;
const LEAST_PERFORMANCE = 90;

/** @typedef {{ claims: Claim[], notes: string[], figures: Record<string, unknown> }} Findings */

/**
 * Builds the page and server under test, so it runs first.
 * @param {{ root: string, executablePath: string }} where
 * @returns {Promise<Findings>}
 */
export async function measureAround({ root, executablePath }) {
  /** @type {Findings} */
  const findings = { claims: [], notes: [], figures: {} };
  await judgeTools(root, findings);
  await judgeValidation(findings);
  judgeProxy(root, findings);
  judgeRollout(root, findings);
  await judgeLighthouse({ root, executablePath }, findings);
  return findings;
}

/**
 * @param {string} what
 * @param {number} value
 * @param {Claim['unit']} unit
 * @param {number} limit
 * @returns {Claim}
 */
function most(what, value, unit, limit) {
  return { what, value, unit, bound: 'most', limit };
}

/**
 * @param {string} what
 * @param {number} value
 * @param {Claim['unit']} unit
 * @param {number} limit
 * @returns {Claim}
 */
function least(what, value, unit, limit) {
  return { what, value, unit, bound: 'least', limit };
}

/**
 * @param {string} root
 * @param {Findings} findings
 */
async function judgeTools(root, { claims }) {
  claims.push(most('build', timeOf(root, 'build'), 'ms', MOST_BUILD_MS));
  for (const half of ['page', 'rest'])
    rmSync(join(root, `.cache/types-${half}.tsbuildinfo`), { force: true });
  claims.push(
    most('type check, cold', timeOf(root, 'types'), 'ms', MOST_TYPES_MS),
    most('type check, incremental', timeOf(root, 'types'), 'ms', MOST_TYPES_MS),
    most('from server start to first response', await timeToAnswer(root), 'ms', MOST_START_MS),
  );
}

/** @param {Findings} findings */
async function judgeValidation({ claims, figures }) {
  const validation = await measureValidation();
  figures.validation = validation;
  claims.push(
    most(
      `validation of ${validation.what}, relative to ajv on the schema only`,
      validation.ratio,
      'times',
      MOST_TIMES_AJV,
    ),
    most(
      'validation of the same body after an edit in one container',
      validation.afterEdit,
      'ms',
      MOST_AFTER_EDIT_MS,
    ),
  );
}

/**
 * @param {string} root
 * @param {Findings} findings
 */
function judgeProxy(root, { claims, notes, figures }) {
  const proxy = measureLoad(root, 'latency');
  if (proxy === undefined) {
    notes.push(
      'Skipped the comparison with nginx: nginx is not installed and could not be installed.',
    );
    return;
  }
  figures.proxy = proxy;
  const { ours, nginx, alone, added, p99, saturated, loopP99, what } = proxy;
  claims.push(
    most('p50 that /ief/ adds at 200 requests per second', added, 'ms', MOST_ADDED_MS),
    most('p99 at 200 requests per second, relative to nginx', p99, 'times', MOST_TIMES_P99),
    most('p99 of the event loop under full load', loopP99, 'ms', MOST_LOOP_MS),
  );
  notes.push(
    `Server: ${what}: p50 / p99 ${ours.p50} / ${ours.p99} ms through our server, ${nginx.p50} / ${nginx.p99} ms through nginx, ${alone.p50} / ${alone.p99} ms directly to the target; at most ${saturated} requests per second.`,
  );
}

/**
 * @param {string} root
 * @param {Findings} findings
 */
function judgeRollout(root, { claims, notes, figures }) {
  const rate = measureLoad(root, 'rate');
  figures.rollout = rate;
  const { nodes, allowed, perSecond, share, loopP99, worstLoopP99, memoryMiB, grownMiB } = rate;
  claims.push(
    least(
      'creates of a rollout, relative to the rate that the target allows',
      share,
      'times',
      LEAST_SHARE,
    ),
    most('p99 of the event loop meanwhile, median of seconds', loopP99, 'ms', MOST_LOOP_MS),
  );
  notes.push(
    `Rollout: ${nodes} nodes, ${allowed} creates per second allowed, ${perSecond} reached; p99 of the event loop in the worst second ${worstLoopP99} ms; at most ${memoryMiB} MiB of memory, ${grownMiB} MiB more in the last third than in the middle one.`,
  );
}

/**
 * @param {{ root: string, executablePath: string }} where
 * @param {Findings} findings
 */
async function judgeLighthouse(where, { claims, notes, figures }) {
  const { askLighthouse } = await loadBuilt('e2e/bench/page/lighthouse.ts');
  const scores = await askLighthouse(where);
  if (scores === undefined) {
    notes.push('Skipped Lighthouse: it is not installed and could not be installed.');
    return;
  }
  figures.lighthouse = scores;
  for (const device of /** @type {const} */ (['desktop', 'phone'])) {
    const { accessibility, bestPractices, performance, largestPaint, failed } = scores[device];
    claims.push(
      least(`Lighthouse accessibility, ${device}`, accessibility, '', 100),
      least(`Lighthouse best practices, ${device}`, bestPractices, '', 100),
      least(`Lighthouse performance, ${device}`, performance, '', LEAST_PERFORMANCE),
    );
    const lacks = failed.length > 0 ? `; not passed: ${failed.join(', ')}` : '';
    notes.push(
      `Lighthouse, ${device}: largest contentful paint after ${Math.round(largestPaint)} ms${lacks}.`,
    );
  }
}

/**
 * @param {string} root
 * @param {string} script
 */
function timeOf(root, script) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run ${script} failed:\n${stdout}${stderr}`);
  return performance.now() - begin;
}

/**
 * Milliseconds, the median of five.
 * @param {string} root
 */
async function timeToAnswer(root) {
  const times = [];
  // A new store each time, which is also the slowest start.
  const folder = mkdtempSync(join(tmpdir(), 'ief-bench-'));
  for (let run = 0; run < 5; run++) {
    const begin = performance.now();
    const child = spawn(process.execPath, [join(root, 'dist/server/app.main.js')], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        IEF_STORE: join(folder, `${run}.db`),
      },
    });
    const url = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (text) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      child.on('exit', () => reject(new Error(`the server exited: ${said}`)));
    });
    const { ok } = await fetch(`${url}/new/basics`);
    if (!ok) throw new Error('the server does not serve the page');
    times.push(performance.now() - begin);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('exit', resolve));
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}

/** In its own process, so that its heap holds nothing else. */
async function measureValidation() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [await buildTool('e2e/bench/validate.ts')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * The figures of a part of `npm run load`; undefined if it was skipped.
 * @param {string} root
 * @param {'latency' | 'rate'} name
 */
function measureLoad(root, name) {
  spawnSync(process.execPath, ['scripts/load.mjs', `--only=${name}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return JSON.parse(readFileSync(join(root, '.cache/load/report.json'), 'utf8'))[name];
}
