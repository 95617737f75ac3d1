// Sends many good and bad requests and checks that the process uses no more memory afterwards.
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
 * First `fill` creates, each with its own key, fill the attempt cache (10,000 entries) so that it can grow no further;
 * then come `warmUp` requests, the first measurement, `requests` more and the second measurement. Every create has its
 * own key.
 * @param {{ fill: number, warmUp: number, requests: number }} counts
 */
export async function measureMemory({ fill, warmUp, requests }) {
  const target = await startFastTarget();
  const app = await startProgram('app.main', {
    ...noLimits,
    // A small heap, so that garbage is not counted: with room to spare the collector waits.
    NODE_OPTIONS: `--max-old-space-size=${fill === 0 ? 48 : 96} --max-semi-space-size=4`,
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
      headers: {
        'x-auth-token': 't',
        'idempotency-key': `key-${made % (fill === 0 ? 1_000 : Infinity)}`,
      },
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
  const run = async (/** @type {number} */ until, some = kinds) => {
    await inParallel(WORKERS, async () => {
      if (made >= until) return false;
      const kind = some[made % some.length];
      made += 1;
      if (kind === undefined) return false;
      const { good, ...one } = kind();
      const answer = await ask(agent, app.port, one);
      if (answer.status !== good) bad += 1;
      return true;
    });
    agent.destroy();
    // Let the sockets close and the collector run.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    return usageOf(app.pid);
  };
  await run(fill, kinds.slice(0, 1));
  const before = await run(fill + warmUp);
  const after = await run(fill + requests);
  await app.stop();
  target.stop();
  return { fill, requests, bad, before, after, grownMiB: after.rss - before.rss };
}
