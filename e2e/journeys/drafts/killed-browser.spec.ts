import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { browserArgs } from '../../bench/browser-args.ts';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeProject } from '../../support/stored-document.ts';

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

/** A place to type: opens it with the cursor in an empty description, and reads the description after a restart. */
interface Surface {
  open(page: Page): Promise<void>;
  read(page: Page): Promise<string>;
}

const describe = (path: string): Surface => ({
  async open(page) {
    await page.goto(path);
    await page.getByLabel('Description').fill('');
    await page.getByLabel('Description').focus();
  },
  async read(page) {
    await page.goto(path);
    return page.getByLabel('Description').inputValue();
  },
});

const form = (baseURL: string): Surface => describe(`${baseURL}/new/basics`);

const text = (baseURL: string): Surface => ({
  ...form(baseURL),
  async open(page) {
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(`${baseURL}/new/basics`);
    await page.getByLabel('Description').fill('text');
    await page.getByRole('button', { name: 'Edit as text' }).click();
    const editor = page.getByRole('textbox', { name: 'JSON editor' });
    await editor.getByText('"text"').click();
    // Into the quotation marks, without the four letters.
    await page.keyboard.press('End');
    for (let left = 0; left < 2; left++) await page.keyboard.press('ArrowLeft');
    for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Backspace');
  },
});

async function update(baseURL: string, project: string): Promise<Surface> {
  const created = await fetch(`${baseURL}/ief/mock/v3/${project}/edgemgr/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ief-builder': '1' },
    body: JSON.stringify(goodBody()),
  });
  const { id } = (await created.json()) as { id: string };
  const page = describe(`${baseURL}/deployments/${id}/update/basics`);
  const connect = async (to: Page) => {
    await to.goto(`${baseURL}/icon.svg`);
    await storeProject(to, project);
  };
  return {
    open: (to) => connect(to).then(() => page.open(to)),
    read: (to) => connect(to).then(() => page.read(to)),
  };
}

type MakeSurface = (baseURL: string, project: string) => Surface | Promise<Surface>;

const surfaces: readonly [string, number, MakeSurface][] = [
  ['in the form', ROUNDS, form],
  ['in the text of a document', Math.ceil(ROUNDS / 3), text],
  ['in an update', Math.ceil(ROUNDS / 3), update],
];

for (const [where, rounds, makeSurface] of surfaces)
  test(`killing the browser during typing ${where} loses at most one second (${rounds} times)`, async ({
    baseURL,
    playwright,
    projectId,
  }) => {
    test.setTimeout(rounds * 30_000 + 30_000);
    const executablePath = process.env.CHROMIUM_PATH ?? playwright.chromium.executablePath();
    const profile = await mkdtemp(join(tmpdir(), 'ief-profile-'));
    const surface = await makeSurface(baseURL!, projectId);
    const losses: number[] = [];
    let browser = await KillableBrowser.start(executablePath, profile);
    try {
      for (let round = 0; round < rounds; round++) {
        await surface.open(browser.page);
        // A different moment between two saves in each round.
        const keys = await typeFor(browser.page, 1800 + ((round * 370) % 1000));
        const killedAt = Date.now();
        await browser.kill();

        browser = await KillableBrowser.start(executablePath, profile);
        const kept = await surface.read(browser.page);
        const typed = keys.map(({ letter }) => letter).join('');
        expect(typed.startsWith(kept), `kept “${kept}” of “${typed}”`).toBe(true);
        const lost = keys[kept.length];
        losses.push(lost === undefined ? 0 : killedAt - lost.typedAt);
      }
    } finally {
      await browser.kill();
      await rm(profile, { recursive: true, force: true });
    }
    const report = `typing ${where} lost, ms: ${losses.join(' ')}`;
    if (process.env.SOAK) process.stdout.write(`${report}\n`);
    expect(Math.max(...losses), report).toBeLessThanOrEqual(MAX_LOSS_MS);
  });
