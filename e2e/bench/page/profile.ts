import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { letters, typeKeys } from '../measure/keys.ts';
import { summariseTrace } from '../measure/trace.ts';
import { serveOurs } from '../measure/servers.ts';
import { sizes } from '../sizes.ts';
import { focusField, load, settle, visiting } from '../measure/visit.ts';

const KEYS = 60;
const MOST_LINES = 40;
const LIMIT_MS = 120_000;

/** Prints the main thread time by function while typing into our page, built without minification. */
export async function runProfile(where: {
  root: string;
  executablePath: string;
  size: string;
}): Promise<boolean> {
  const { root, executablePath } = where;
  const size = sizes.find(({ name }) => name === where.size);
  if (size === undefined) throw new Error(`unknown document ${where.size}`);
  const dist = join(root, '.cache/bench/profile');
  await build({
    root,
    logLevel: 'error',
    build: { outDir: join(dist, 'client'), emptyOutDir: true, minify: false },
  });
  cpSync(join(root, 'dist/server'), join(dist, 'server'), { recursive: true });
  const served = await serveOurs(dist);
  try {
    await visiting({ executablePath, served, limitMs: LIMIT_MS }, async (visit) => {
      const { cdp, page } = visit;
      await load(visit, 'ours', size);
      await focusField(visit, 'ours', size);
      await typeKeys(cdp, letters(10), 100);
      await settle(page, 800);
      await cdp.send('Profiler.enable');
      await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
      await cdp.send('Profiler.start');
      await typeKeys(cdp, letters(KEYS), 100);
      const { profile } = await cdp.send('Profiler.stop');
      process.stdout.write(`${summarise(profile, KEYS)}\n`);
      await visit.browser.startTracing(page, { categories: ['devtools.timeline'] });
      await typeKeys(cdp, letters(KEYS), 100);
      const trace = await visit.browser.stopTracing();
      process.stdout.write(`\n${summariseTrace(trace.toString(), KEYS)}\n`);
    });
  } finally {
    await served.stop();
  }
  return true;
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; lineNumber: number };
    readonly children?: number[] | undefined;
  }[];
  readonly samples?: number[] | undefined;
  readonly timeDeltas?: number[] | undefined;
}

function summarise({ nodes, samples = [], timeDeltas = [] }: Profile, keys: number): string {
  const self = new Map<number, number>();
  for (const [at, id] of samples.entries())
    self.set(id, (self.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nameOf = (id: number) => {
    const frame = byId.get(id)?.callFrame;
    const file = frame?.url.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '.js');
    return `${frame?.functionName || '(anonymous)'} ${file ? `${file}:${frame!.lineNumber + 1}` : ''}`;
  };
  const own = new Map<string, number>();
  const whole = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, time: number) =>
    to.set(name, (to.get(name) ?? 0) + time);
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const name = nameOf(id);
    const within = new Set([...above, name]);
    let time = self.get(id) ?? 0;
    add(own, name, time);
    for (const child of byId.get(id)?.children ?? []) time += walk(child, within);
    // Count a recursive function once.
    if (!above.has(name)) add(whole, name, time);
    return time;
  };
  if (nodes[0]) walk(nodes[0].id, new Set());
  const list = (times: Map<string, number>) =>
    [...times]
      .toSorted((a, b) => b[1] - a[1])
      .filter(([name]) => !/^\((?:idle|root)\)/.test(name))
      .slice(0, MOST_LINES)
      .map(([name, time]) => `${(time / keys).toFixed(0).padStart(7)}  ${name}`)
      .join('\n');
  return `µs per key, in the function itself\n${list(own)}\n\nµs per key, including the functions it calls\n${list(whole)}`;
}
