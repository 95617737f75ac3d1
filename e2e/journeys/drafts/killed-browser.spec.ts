import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { browserArgs } from '../../bench/browser-args.ts';
import { expect, test } from '../../support/fixtures.ts';

/** How often the browser is killed: 3 times in `npm test`, 30 times in `npm run soak`. */
const ROUNDS = process.env.SOAK ? 30 : 3;
const MAX_LOSS_MS = 1000;
const KEY_GAP_MS = 60;

/** A browser with a profile on disk. All its processes can be killed at once. */
class KillableBrowser {
  private readonly child: ChildProcess;
  readonly page: Page;
  private constructor(child: ChildProcess, page: Page) {
    this.child = child;
    this.page = page;
  }

  static async start(executablePath: string, profile: string): Promise<KillableBrowser> {
    const child = spawn(
      executablePath,
      [
        ...browserArgs,
        '--headless',
        '--lang=en-US',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      // Its own process group, to kill it as a whole.
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    try {
      const browser = await chromium.connectOverCDP(await debuggerAddress(child));
      const [context] = browser.contexts();
      const page = context!.pages()[0] ?? (await context!.newPage());
      return new KillableBrowser(child, page);
    } catch (error) {
      process.kill(-child.pid!, 'SIGKILL');
      throw error;
    }
  }

  /** Kills browser, renderers and helpers with SIGKILL. */
  async kill(): Promise<void> {
    const exited = once(this.child, 'exit');
    process.kill(-this.child.pid!, 'SIGKILL');
    await exited;
  }
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stderr! })) {
    const [, address] = /^DevTools listening on (\S+)$/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the browser exited without a debugger address');
}

interface TypedKey {
  readonly letter: string;
  readonly typedAt: number;
}

/** Types for `ms` milliseconds. Returns each key with the time just before it was sent. */
async function typeFor(page: Page, ms: number): Promise<TypedKey[]> {
  const keys: TypedKey[] = [];
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const typedAt = Date.now();
    const letter = String.fromCharCode(97 + (keys.length % 26));
    keys.push({ letter, typedAt });
    await page.keyboard.press(letter);
    const restMs = typedAt + KEY_GAP_MS - Date.now();
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
  }
  return keys;
}

test(`killing the browser during typing loses at most one second of text (${ROUNDS} times)`, async ({
  baseURL,
  playwright,
}) => {
  test.setTimeout(ROUNDS * 30_000);
  const executablePath = process.env.CHROMIUM_PATH ?? playwright.chromium.executablePath();
  const profile = await mkdtemp(join(tmpdir(), 'ief-profile-'));
  const losses: number[] = [];
  let browser = await KillableBrowser.start(executablePath, profile);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const { page } = browser;
      await page.goto(`${baseURL}/new/basics`);
      await page.getByLabel('Description').fill('');
      await page.getByLabel('Description').focus();
      // A different moment between two saves in each round.
      const keys = await typeFor(page, 1800 + ((round * 370) % 1000));
      const killedAt = Date.now();
      await browser.kill();

      browser = await KillableBrowser.start(executablePath, profile);
      await browser.page.goto(`${baseURL}/new/basics`);
      const kept = await browser.page.getByLabel('Description').inputValue();
      const typed = keys.map(({ letter }) => letter).join('');
      expect(typed.startsWith(kept), `kept “${kept}” of “${typed}”`).toBe(true);
      const lost = keys[kept.length];
      losses.push(lost === undefined ? 0 : killedAt - lost.typedAt);
    }
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true });
  }
  if (process.env.SOAK) process.stdout.write(`typing lost, ms: ${losses.join(' ')}\n`);
  expect(Math.max(...losses), `typing lost, ms: ${losses.join(' ')}`).toBeLessThanOrEqual(
    MAX_LOSS_MS,
  );
});
