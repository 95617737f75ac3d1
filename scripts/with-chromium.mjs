import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireChromium } from './find-chromium.mjs';

/**
 * Runs a Node program with this script's arguments and CHROMIUM_PATH set, installing a Chromium first
 * where there is none. Exits with the program's code.
 *
 * @param {readonly string[]} program
 * @param {Readonly<Record<string, string>>} [env]
 */
export async function runWithChromium(program, env = {}) {
  const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...env, CHROMIUM_PATH: requireChromium() },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  process.exit(code ?? 1);
}
