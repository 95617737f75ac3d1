// An innocent client in its own thread, so that it waits for the server and not for the attacker's thread.
import { Agent } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { ask, inParallel, quantile } from './client.mjs';

const { port, what } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
/** @type {{ status: number, ms: number }[]} */
const seen = [];
let isOver = false;
parentPort?.once('message', () => (isOver = true));
await inParallel(1, async () => {
  const { status, ms } = await ask(agent, port, what);
  seen.push({ status, ms });
  await new Promise((resolve) => setTimeout(resolve, 20));
  return !isOver;
});
agent.destroy();
const times = seen.map(({ ms }) => ms);
const figures = {
  answers: seen.length,
  bad: seen.filter(({ status }) => status !== 200).length,
  p50: Math.round(quantile(times, 0.5)),
  p99: Math.round(quantile(times, 0.99)),
  max: Math.round(quantile(times, 1)),
};
// A worker has no origin; the rule is about windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(figures);
