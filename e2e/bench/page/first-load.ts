import { join, relative, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { attributeBytes } from './attribute-bytes.ts';
import { weigh } from '../measure/rounds.ts';
import { serveOurs } from '../measure/servers.ts';
import { sizes } from '../sizes.ts';
import { load, visiting } from '../measure/visit.ts';

/** What the page loads before its first step is editable. */
export interface FirstLoad {
  /** Transferred bytes by file. */
  readonly files: Readonly<Record<string, number>>;
  /** The same by content, in proportion to each source's characters in a file. */
  readonly groups: Readonly<Record<string, number>>;
  readonly total: number;
  /** The largest sources, by path. */
  readonly largest: Readonly<Record<string, number>>;
}

const LIMIT_MS = 60_000;
const MOST_SOURCES = 25;

/** Packages counted as one group; all others count separately. */
const families: readonly (readonly [family: string, packages: RegExp])[] = [
  ['react', /^(?:react|react-dom|scheduler|use-sync-external-store)$/],
  [
    'mui + emotion',
    /^(?:@mui\/.*|@emotion\/.*|stylis|clsx|react-transition-group|@popperjs\/.*|react-is|hoist-non-react-statics|@babel\/runtime|dom-helpers|prop-types)$/,
  ],
  ['query', /^@tanstack\/(?:react-query|query-core)$/],
  ['virtual', /^@tanstack\/.*virtual.*$/],
  ['react-hook-form', /^react-hook-form$/],
  ['i18n', /^(?:i18next|react-i18next|html-parse-stringify|void-elements)$/],
  ['wouter', /^(?:wouter|regexparam|mitt)$/],
];

function groupOf(path: string): string {
  const [, ofPackage] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  if (ofPackage !== undefined)
    return families.find(([, packages]) => packages.test(ofPackage))?.[0] ?? ofPackage;
  const [, ours] = /^(src\/(?:(?:features|domain)\/)?[^/]+)/.exec(path) ?? [];
  return ours ?? 'glue of the build';
}

/** Opens the built page in a browser and measures the scripts it requests until the first field appears. */
export async function weighFirstLoad(where: {
  root: string;
  executablePath: string;
}): Promise<FirstLoad> {
  const { root, executablePath } = where;
  const dist = join(root, 'dist');
  const served = await serveOurs(dist);
  const scripts = await visiting({ executablePath, served, limitMs: LIMIT_MS }, async (visit) => {
    const { scripts: asked } = await load(visit, 'ours', sizes[0], { holdLater: true });
    return asked;
  }).finally(() => served.stop());
  const chunks = await buildWithMaps(root);
  const files: Record<string, number> = {};
  const groups: Record<string, number> = {};
  const sources: Record<string, number> = {};
  for (const path of new Set(scripts)) {
    const bytes = weigh(join(dist, 'client', path));
    files[path] = bytes;
    const chunk = chunks.find(({ fileName }) => `/${fileName}` === path);
    if (chunk === undefined) throw new Error(`${path} is outdated. Run: npm run build`);
    for (const [source, characters] of attributeBytes(chunk)) {
      const share = (bytes * characters) / (chunk.code.length + 1);
      const from = source && relative(root, resolve(join(dist, 'client', path), '..', source));
      const name = groupOf(from);
      groups[name] = (groups[name] ?? 0) + share;
      const short = from.replace(/^.*node_modules\//, '') || 'glue of the build';
      sources[short] = (sources[short] ?? 0) + share;
    }
  }
  const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  const sorted = (sizesOf: Record<string, number>) =>
    Object.fromEntries(Object.entries(sizesOf).toSorted((a, b) => b[1] - a[1]));
  return {
    files: sorted(files),
    groups: sorted(groups),
    total,
    largest: Object.fromEntries(Object.entries(sorted(sources)).slice(0, MOST_SOURCES)),
  };
}

/** The build of the page, with the same file names, plus source maps. */
async function buildWithMaps(root: string): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    root,
    logLevel: 'error',
    build: { write: false, sourcemap: 'hidden' },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((part): part is Rolldown.OutputChunk => part.type === 'chunk');
}
