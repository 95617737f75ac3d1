// Sends SIGTERM under load, repeatedly: every request in flight gets its response, slow creates included, and every
// reported create exists exactly once.
import { ask, inParallel, makeAgent, quantile } from './client.mjs';
import {
  listNames,
  makeBody,
  newProject,
  noLimits,
  startProgram,
  writeTargets,
} from './programs.mjs';

const WORKERS = 150;
/** The number of slow creates in flight when the signal arrives. */
const SLOW_WORKERS = 10;
const SLOW_MS = 1_000;

/** @param {number} rounds */
export async function measureShutdowns(rounds) {
  const mock = await startProgram('mock-ief.main', { MOCK_SLOW_MS: String(SLOW_MS) });
  const targets = writeTargets(mock.port);
  /** @type {Awaited<ReturnType<typeof runRound>>[]} */
  const done = [];
  for (let round = 0; round < rounds; round++) done.push(await runRound(mock.port, targets));
  await mock.stop();
  const sum = (/** @type {'requests' | 'lost' | 'resets' | 'unheard' | 'wrong'} */ name) =>
    done.reduce((total, one) => total + one[name], 0);
  const unreadyMs = done.map((one) => one.unreadyMs);
  return {
    rounds,
    requests: sum('requests'),
    lost: sum('lost'),
    resets: sum('resets'),
    unheard: sum('unheard'),
    wrong: sum('wrong'),
    badExits: done.filter(({ exit }) => exit !== 0).length,
    unreadyMs: { median: quantile(unreadyMs, 0.5), most: Math.max(...unreadyMs) },
    slowestMs: Math.max(...done.map(({ endMs }) => endMs)),
  };
}

/**
 * @param {number} mockPort
 * @param {string} targets
 */
async function runRound(mockPort, targets) {
  const app = await startProgram('app.main', {
    ...noLimits,
    LOG_LEVEL: 'silent',
    IEF_TARGETS: targets,
  });
  const project = newProject();
  const deployments = `/v3/${project}/edgemgr/deployments`;
  const agent = makeAgent(WORKERS + SLOW_WORKERS + 1);
  const seen = { requests: 0, lost: 0, resets: 0, unheard: 0 };
  /** @type {Set<string>} */
  const created = new Set();
  let isStopping = false;

  /** @param {Parameters<typeof ask>[2]} one */
  const askOnce = async (one) => {
    const answer = await ask(agent, app.port, one);
    if (answer.status !== 0) seen.requests += 1;
    else if (answer.reused) seen.resets += 1;
    // Only the kernel had accepted this connection: the server had not when it stopped listening.
    else if (isStopping && answer.code === 'ECONNRESET') seen.unheard += 1;
    else if (!isStopping || answer.code !== 'ECONNREFUSED') seen.lost += 1;
    return answer;
  };
  const create = async (/** @type {string} */ name, /** @type {string | undefined} */ fault) => {
    const { status } = await askOnce({
      method: 'POST',
      path: `/ief/lab${deployments}`,
      body: makeBody(name, fault),
      headers: { 'x-auth-token': 't', 'idempotency-key': name },
    });
    if (status === 200) created.add(name);
    else if (status !== 0 || fault !== undefined) seen.lost += 1;
    return status;
  };

  // Every connection was accepted and used once.
  const all = WORKERS + SLOW_WORKERS + 1;
  await Promise.all(Array.from({ length: all }, () => askOnce({ path: '/healthz' })));
  let made = 0;
  const load = inParallel(WORKERS, async (at) => {
    made += 1;
    const status =
      at % 4 === 0
        ? await create(`app-${made}`, undefined)
        : (await askOnce({ path: at % 4 === 1 ? '/' : `/ief/mock${deployments}` })).status;
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    return status !== 0;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const slow = Array.from({ length: SLOW_WORKERS }, (_, at) => create(`slow-${at}`, 'slow'));
  const probe = makeAgent(1);
  await ask(probe, app.port, { path: '/readyz' });
  await new Promise((resolve) => setTimeout(resolve, SLOW_MS / 3));

  const begin = performance.now();
  isStopping = true;
  const over = app.stop();
  // Over an existing connection: new ones are refused.
  let ready = 200;
  while (ready === 200) ready = (await ask(probe, app.port, { path: '/readyz' })).status;
  const unreadyMs = Math.round(performance.now() - begin);
  const exit = await over;
  const endMs = Math.round(performance.now() - begin);
  await Promise.all([load, ...slow]);
  agent.destroy();
  const there = await listNames(mockPort, project);
  const wrong = [...created].filter((name) => there.filter((one) => one === name).length !== 1);
  return {
    ...seen,
    wrong: wrong.length,
    exit,
    unreadyMs: ready === 503 ? unreadyMs : Infinity,
    endMs,
  };
}
