// Many requests, good and bad: what the process holds afterwards is what it held before.
import { ask, inParallel, makeAgent } from './client.mjs';
import {
  DEPLOYMENTS,
  makeBody,
  noLimits,
  startFastTarget,
  startProgram,
  usageOf,
  writeTargets,
} from './programs.mjs';

const WORKERS = 32;

/**
 * @param {number} warmUp
 * @param {number} requests
 */
export async function measureMemory(warmUp, requests) {
  const target = await startFastTarget();
  const app = await startProgram('app.main', {
    ...noLimits,
    // Little room, so that what is not needed any more is not counted: the collector is lazy where it may be.
    NODE_OPTIONS: '--max-old-space-size=48 --max-semi-space-size=4',
    LOG_LEVEL: 'silent',
    IEF_TARGETS: writeTargets(target.port),
  });
  const agent = makeAgent(WORKERS);
  let bad = 0;
  let made = 0;
  const body = makeBody('app');
  const kinds = [
    () => ({
      method: 'POST',
      path: `/ief/lab${DEPLOYMENTS}`,
      body,
      headers: { 'x-auth-token': 't', 'idempotency-key': `key-${made % 1_000}` },
      good: 200,
    }),
    () => ({
      path: `/ief/lab${DEPLOYMENTS}?limit=10`,
      headers: { 'x-auth-token': 't' },
      good: 200,
    }),
    () => ({ path: `/ief/lab${DEPLOYMENTS}`, good: 401 }),
    () => ({
      method: 'POST',
      path: `/ief/lab${DEPLOYMENTS}`,
      body: '{',
      headers: { 'x-auth-token': 't' },
      good: 400,
    }),
    () => ({ path: '/new/basics', good: 200 }),
    () => ({ path: '/nowhere/at/all', good: 200 }),
    () => ({ path: `/ief/mock${DEPLOYMENTS}/none`, good: 404 }),
  ];
  const run = async (/** @type {number} */ until) => {
    await inParallel(WORKERS, async () => {
      if (made >= until) return false;
      const kind = kinds[made % kinds.length];
      made += 1;
      if (kind === undefined) return false;
      const { good, ...one } = kind();
      const answer = await ask(agent, app.port, one);
      if (answer.status !== good) bad += 1;
      return true;
    });
    agent.destroy();
    // Let the sockets close and the collector have its turn.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    return usageOf(app.pid);
  };
  const before = await run(warmUp);
  const after = await run(requests);
  await app.stop();
  target.stop();
  return { requests, bad, before, after, grownMiB: after.rss - before.rss };
}
