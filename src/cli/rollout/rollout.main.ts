import { startProgram } from '../program/start-program.ts';
import { ROLLOUT_PROGRAM, runRollout } from './rollout-run.ts';

const stopping = new AbortController();
// The first signal lets requests in flight finish; a second one ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopping.abort());
}
await startProgram(ROLLOUT_PROGRAM, (args, context) =>
  runRollout(args, context, process.env, stopping.signal),
);
