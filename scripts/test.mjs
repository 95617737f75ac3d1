// Runs every check, fast ones first and two at a time, and continues after a failure so that all results appear.
// The last line is the total: each test case counts as one, and so does each other check.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.cache/test');
const unitReport = join(reports, 'unit.json');
const componentsReport = join(reports, 'components.json');
const e2eReport = join(reports, 'e2e.json');
/**
 * A check that runs longer hangs. On a quiet machine all checks together take less than 25 minutes, most of them for the
 * journeys. A busy machine takes twice as long, and must not end what works.
 */
const LIMIT_MS = 20 * 60_000;
const JOURNEYS_LIMIT_MS = 35 * 60_000;

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{
 *   name: string,
 *   command: readonly string[],
 *   needs?: string,
 *   limitMs?: number,
 *   count?: () => Count,
 * }} Check
 */

/**
 * Two lists that run side by side: most of these checks use one core or wait, and none measures time.
 *
 * @type {readonly (readonly Check[])[]}
 */
const lanes = [
  [
    { name: 'build', command: npm('build') },
    { name: 'load', command: npm('load', '--short'), needs: 'build' },
    { name: 'size', command: npm('size'), needs: 'build' },
  ],
  [
    { name: 'types', command: npm('types') },
    { name: 'lint', command: npm('lint') },
    { name: 'fmt:check', command: npm('fmt:check') },
    { name: 'dead', command: npm('dead') },
    { name: 'manifests', command: npm('manifests') },
  ],
];

/**
 * Each uses both cores, or measures.
 *
 * @type {readonly Check[]}
 */
const checks = [
  {
    name: 'unit',
    command: vitest('unit', unitReport),
    count: () => countVitest(unitReport),
  },
  {
    name: 'components',
    command: vitest('components', componentsReport),
    count: () => countVitest(componentsReport),
  },
  { name: 'bench', command: npm('bench:page', '--short'), needs: 'build' },
  {
    name: 'e2e',
    command: [process.execPath, 'scripts/e2e.mjs', '--forbid-only', '--reporter=list,json'],
    needs: 'build',
    limitMs: JOURNEYS_LIMIT_MS,
    count: countE2e,
  },
];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(1);
  });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
/** @type {Set<string>} */
const broken = new Set();
let passed = 0;
let failed = 0;
await Promise.all(
  lanes.map(async (lane) => {
    for (const check of lane) process.stdout.write(title(check) + (await runCheck(check)));
  }),
);
for (const check of checks) {
  process.stdout.write(title(check));
  process.stdout.write(await runCheck(check));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {Check} check */
function title({ name }) {
  return `${name.padEnd(11)} `;
}

/**
 * Runs a check, counts its result and returns the lines to print.
 *
 * @param {Check} check
 */
async function runCheck({ name, command, needs, limitMs = LIMIT_MS, count }) {
  if (needs !== undefined && broken.has(needs)) {
    broken.add(name);
    failed += 1;
    return `FAILED  not run, because ${needs} failed\n`;
  }
  const begin = performance.now();
  const { isOk, output } = await run(command, limitMs);
  const cases = count === undefined ? undefined : readCount(count);
  // A check that ran no test case has failed.
  const isGood = isOk && (cases === undefined || (cases.passed > 0 && cases.failed === 0));
  if (!isGood) broken.add(name);
  passed += cases?.passed ?? (isGood ? 1 : 0);
  failed += Math.max(cases?.failed ?? 0, isGood ? 0 : 1);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6);
  const line = `${isGood ? 'ok    ' : 'FAILED'} ${seconds} s${cases ? describe(cases) : ''}\n`;
  return isGood ? line : `${line}\n${output.trimEnd()}\n\n`;
}

/**
 * @param {string} script
 * @param {...string} args
 */
function npm(script, ...args) {
  return ['npm', 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
}

/**
 * @param {string} script
 * @param {string} report
 */
function vitest(script, report) {
  return npm(
    script,
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
}

/**
 * @param {readonly string[]} command
 * @param {number} limitMs
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
function run([program = '', ...args], limitMs) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
      timeout: limitMs,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
    });
    running.add(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code, signal) => {
      running.delete(child);
      if (signal !== null) chunks.push(Buffer.from(`\nIt was ended by ${signal}.\n`));
      resolve({ isOk: code === 0, output: Buffer.concat(chunks).toString() });
    });
  });
}

/**
 * @param {() => Count} count
 * @returns {Count}
 */
function readCount(count) {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {string} path
 * @returns {Count}
 */
function countVitest(path) {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Count} */
function countE2e() {
  const { stats } = JSON.parse(readFileSync(e2eReport, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** @param {Count} cases */
function describe({ passed: good, failed: bad, skipped }) {
  const parts = [`${good} passed`];
  if (bad > 0) parts.push(`${bad} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return `  ${parts.join(', ')}`;
}
