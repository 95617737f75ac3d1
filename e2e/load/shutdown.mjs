// SIGTERM in the middle of load: every request that was begun gets its answer.
import { ask, inParallel, makeAgent } from './client.mjs';
import { DEPLOYMENTS, noLimits, startProgram } from './programs.mjs';

const WORKERS = 60;

/** @param {number} rounds */
export async function measureShutdowns(rounds) {
  const report = {
    rounds,
    requests: 0,
    lost: 0,
    resets: 0,
    badExits: 0,
    slowestMs: 0,
    lateUnready: 0,
  };
  for (let round = 0; round < rounds; round++) {
    const app = await startProgram('app.main', { ...noLimits, LOG_LEVEL: 'silent' });
    const agent = makeAgent(WORKERS);
    let isStopping = false;
    const load = inParallel(WORKERS, async () => {
      const answer = await ask(agent, app.port, { path: `/ief/mock${DEPLOYMENTS}` });
      if (answer.status === 200) report.requests += 1;
      // After the door is shut, a new connection is refused: that request was never begun.
      else if (answer.code === 'ECONNREFUSED') return false;
      else if (answer.reused) report.resets += 1;
      else report.lost += 1;
      return !isStopping || answer.status === 200;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begin = performance.now();
    const over = app.stop();
    isStopping = true;
    const ready = await ask(agent, app.port, { path: '/readyz' });
    if (ready.status === 200) report.lateUnready += 1;
    await load;
    if ((await over) !== 0) report.badExits += 1;
    report.slowestMs = Math.max(report.slowestMs, Math.round(performance.now() - begin));
    agent.destroy();
  }
  return report;
}
