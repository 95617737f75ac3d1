import { chromium, type Browser, type CDPSession, type Locator, type Page } from '@playwright/test';
import { pause, typeKeys } from './keys.ts';
import { installProbe, type Probe } from './probe.ts';
import type { Served } from './servers.ts';
import { DOCUMENT_NAME, documentOf, FIELD_TEXT, middleOf, type Size } from '../sizes.ts';
import { browserArgs } from '../browser-args.ts';
import { subjects, type SubjectName } from '../subjects.ts';

/** The time until the document was editable, and the scripts loaded by then. */
export interface Loading {
  /** Milliseconds from navigation to the first typed letter on the screen. */
  readonly editable: number;
  /** The paths of the scripts requested before the first field appeared. */
  readonly scripts: readonly string[];
  /** Requests to other origins. */
  readonly foreign: readonly string[];
  readonly shift: number;
  readonly largestPaint: number;
}

/** A page in a new browser with cold caches. */
export interface Visit {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly browser: Browser;
  /** Reads the page's own report. */
  probe(): Promise<Omit<Probe, 'clear'>>;
  clear(): Promise<void>;
}

/** Opens a browser for a page and always closes it; abandons a page that hangs after `limitMs`. */
export async function visiting<T>(
  where: { executablePath: string; served: Served; limitMs: number },
  work: (visit: Visit) => Promise<T>,
): Promise<T> {
  const { executablePath, served, limitMs } = where;
  const browser = await chromium.launch({ executablePath, args: [...browserArgs] });
  let timer: NodeJS.Timeout | undefined;
  try {
    const context = await browser.newContext({
      baseURL: served.url,
      locale: 'en-US',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(limitMs);
    await page.addInitScript(installProbe, DOCUMENT_NAME);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const visit: Visit = {
      page,
      cdp,
      browser,
      probe: () => page.evaluate(() => ({ ...window.bench })),
      clear: () => page.evaluate(() => window.bench.clear()),
    };
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new NotFinished(limitMs)), limitMs);
    });
    const result = work(visit);
    // Abandoned: errors about the closed browser do not matter.
    result.catch(() => undefined);
    return await Promise.race([result, limit]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** A page exceeded its time limit. */
export class NotFinished extends Error {
  readonly limitMs: number;
  constructor(limitMs: number) {
    super(`not finished in ${limitMs / 1000} s`);
    this.limitMs = limitMs;
  }
}

/**
 * Opens the document and types one letter into its first field as soon as it appears. `holdLater` delays the scripts
 * requested after that until the letter is shown, which proves that the first letter does not need them.
 */
export async function load(
  visit: Visit,
  name: SubjectName,
  size: Size,
  { holdLater = false } = {},
): Promise<Loading> {
  const { page, cdp } = visit;
  const subject = subjects[name];
  await subject.prepare(page, size);
  const origin = new URL(page.url()).origin;
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${origin}/`)) foreign.push(url);
  });
  const shown = makeSignal();
  const accepted = makeSignal();
  await page.exposeFunction('benchFieldShown', shown.tell);
  if (holdLater) {
    await page.route('**/*.js', async (route) => {
      if (shown.isTold()) await accepted.told;
      await route.continue();
    });
  }
  await page.goto(subject.address(size), { waitUntil: 'commit' });
  await shown.told;
  await typeKeys(cdp, 'x', 0);
  await page.waitForFunction(() => window.bench.acceptedAt !== undefined);
  accepted.tell();
  await settle(page);
  return page.evaluate((foreignUrls) => {
    const { shownAt = Number.NaN, acceptedAt = Number.NaN, shift, largestPaint } = window.bench;
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime < shownAt && new URL(entry.name).pathname.endsWith('.js'))
      .map((entry) => new URL(entry.name).pathname);
    return { editable: acceptedAt, scripts, foreign: foreignUrls, shift, largestPaint };
  }, foreign);
}

/** An event that happens once and can be awaited. */
function makeSignal() {
  let isTold = false;
  let resolveTold: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    resolveTold = resolve;
  });
  const tell = () => {
    isTold = true;
    resolveTold();
  };
  return { told, tell, isTold: () => isTold };
}

/**
 * Scrolls the field and its preview line into view and puts the caret at its end and the mouse over it, as after a
 * click: a browser hit-tests under the mouse after each layout.
 */
export async function focusField(visit: Visit, name: SubjectName, size: Size): Promise<Locator> {
  const { page } = visit;
  const field = await subjects[name].field(page, size);
  // Expanding is animated.
  await settle(page);
  await page.evaluate((line) => {
    const preview = document.querySelector('[role="region"] pre')?.parentElement;
    preview?.scrollTo({ top: line * 20 - preview.clientHeight / 2 });
  }, lineOf(size));
  await field.evaluate((input: HTMLInputElement) => {
    input.scrollIntoView({ block: 'center' });
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  });
  const box = await field.boundingBox();
  if (box === null) throw new Error('the field to type into is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return field;
}

/** The line number of the field in the document's text. */
function lineOf(size: Size): number {
  const lines = JSON.stringify(documentOf(size), null, 2).split('\n');
  const found = [...lines.keys()].filter((at) => lines[at]!.includes(`"${FIELD_TEXT}"`));
  return found[middleOf(size)] ?? 0;
}

/** Waits until the page has been idle for a while: deferred work is done and animations have ended. */
export async function settle(page: Page, quietMs = 400): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let last = performance.now();
        let calmSince = last;
        const look = () => {
          const now = performance.now();
          if (now - last > 100) calmSince = now;
          last = now;
          if (now - calmSince >= quiet) resolve();
          else setTimeout(look, 20);
        };
        look();
      }),
    quietMs,
  );
  await pause(50);
}
