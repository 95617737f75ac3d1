import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArgs } from '../browser-args.ts';
import { freePort } from '../../load/programs.mjs';
import { installPackages } from '../measure/build-peers.ts';
import { serveOurs } from '../measure/servers.ts';

/** The Lighthouse results of the built page: its first step in a new browser. */
export interface LighthouseScores {
  /** 0 to 100, as the median of the runs. */
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly performance: number;
  /** Largest contentful paint in milliseconds, as simulated by Lighthouse for the device. */
  readonly largestPaint: number;
  /** Failed audits of accessibility and best practices. */
  readonly failed: readonly string[];
}

const RUNS = 3;

interface Result {
  readonly lhr: {
    readonly categories: Readonly<
      Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
    >;
    readonly audits: Readonly<Record<string, { score: number | null; numericValue?: number }>>;
  };
}

/** Runs Lighthouse for desktop and phone; undefined if it is not installed and cannot be installed. */
export async function askLighthouse(where: {
  root: string;
  executablePath: string;
}): Promise<Readonly<Record<'desktop' | 'phone', LighthouseScores>> | undefined> {
  const { root, executablePath } = where;
  const folder = join(root, 'e2e/bench/lighthouse');
  try {
    installPackages(folder);
  } catch {
    return undefined;
  }
  const at = (file: string) =>
    import(pathToFileURL(join(folder, 'node_modules/lighthouse', file)).href);
  const { default: lighthouse, desktopConfig } = await at('core/index.js');
  const port = await freePort();
  const served = await serveOurs(join(root, 'dist'));
  const browser = await chromium.launch({
    executablePath,
    args: [...browserArgs, `--remote-debugging-port=${port}`],
  });
  try {
    const ask = async (config: unknown) => {
      const results: Result[] = [];
      for (let run = 0; run < RUNS; run++) {
        const url = `${served.url}/new/basics`;
        results.push(await lighthouse(url, { port, logLevel: 'silent', output: 'json' }, config));
      }
      return scoresOf(results);
    };
    return { desktop: await ask(desktopConfig), phone: await ask(undefined) };
  } finally {
    await browser.close();
    await served.stop();
  }
}

function scoresOf(results: readonly Result[]): LighthouseScores {
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const score = (category: string) =>
    Math.round(middle(results.map(({ lhr }) => (lhr.categories[category]?.score ?? 0) * 100)));
  const failed = results.flatMap(({ lhr }) =>
    ['accessibility', 'best-practices'].flatMap((category) =>
      (lhr.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id),
    ),
  );
  return {
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    performance: score('performance'),
    largestPaint: middle(
      results.map(({ lhr }) => lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
    ),
    failed: [...new Set(failed)],
  };
}
