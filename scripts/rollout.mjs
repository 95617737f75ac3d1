import { runProgram } from './cli-program.mjs';

await runProgram('rollout');
