import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// The headless shell first: it is the same engine without the browser around it, which halves the time of the journeys
// on two cores. Playwright installs the same one.
const PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];
const PLAYWRIGHT_CLI = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const MINUTE_MS = 60_000;

/**
 * The path of a Chromium that starts: the one CHROMIUM_PATH names, the system's, or Playwright's
 * own, in this order; undefined if there is none.
 */
export function findChromium() {
  const { CHROMIUM_PATH: named, PATH: path = '' } = process.env;
  const folders = [...path.split(delimiter), '/usr/bin'].filter((folder) => folder !== '');
  const ofSystem = folders.flatMap((folder) => PROGRAMS.map((name) => join(folder, name)));
  const candidates = [...(named ? [named] : []), ...ofSystem, chromium.executablePath()];
  return candidates.find((candidate) => existsSync(candidate) && starts(candidate));
}

/**
 * Like findChromium, but installs one if there is none: through Playwright, or otherwise as root with the system's
 * package manager. If that fails too, explains how to install one and exits with 1.
 */
export function requireChromium() {
  const found = findChromium() ?? installChromium();
  if (found === undefined) {
    console.error(
      'No Chromium was found and none could be installed: install it (apt-get install chromium, or npx playwright install --with-deps chromium), or set CHROMIUM_PATH to the program.',
    );
    process.exit(1);
  }
  const { CHROMIUM_PATH: named } = process.env;
  if (named && named !== found) {
    console.error(`The Chromium in CHROMIUM_PATH does not start; using ${found}.`);
  }
  return found;
}

/** @returns {string | undefined} */
function installChromium() {
  const isDownloaded = run(process.execPath, [PLAYWRIGHT_CLI, 'install', 'chromium']);
  const downloaded = isDownloaded ? findChromium() : undefined;
  if (downloaded !== undefined || process.getuid?.() !== 0) return downloaded;
  const isPackaged = run('apt-get', ['update']) && DEBIAN_PACKAGES.some(installPackage);
  return isPackaged ? findChromium() : undefined;
}

/**
 * Some systems have only a stub of that name, which asks for another package.
 *
 * @param {string} program
 */
function starts(program) {
  const { status, stdout } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    timeout: MINUTE_MS / 2,
  });
  return status === 0 && /chrom/i.test(stdout);
}

/** @param {string} name */
function installPackage(name) {
  return run('apt-get', ['install', '-y', name]);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 5 * MINUTE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
