import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './gate-project.ts';

// Patterns of what is forbidden are no breach of it.
const OWN_FOLDER = 'src/testing/guards/';
const NOT_OURS =
  /(?:^|\/)node_modules(?:\/|$)|^(?:dist|\.git|\.cache|test-results|playwright-report)(?:\/|$)/;
const TEXT = /(?:\.(?:ts|tsx|mjs|js|json|md|html|svg|css|yaml|yml|txt|example)|\/run)$/;

/** Every text file of the project, by its path from the root. */
export const sources = new Map(
  listFiles('').map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) return [];
    if (entry.isDirectory()) return listFiles(path);
    return TEXT.test(path) && !path.startsWith(OWN_FOLDER) ? [path] : [];
  });
}

/** The code that is shipped, of the paths that fit. */
function shipped(fits: RegExp): [path: string, text: string][] {
  return [...sources].filter(
    ([path]) =>
      path.startsWith('src/') &&
      fits.test(path) &&
      !/\.(?:test|testing|fixture)\.tsx?$|^src\/testing\//.test(path),
  );
}

/** The paths of the files that hold something. */
export function pathsWith(files: readonly [string, string][], pattern: RegExp): string[] {
  return files.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

/** What the browser gets. */
export const page = shipped(/^src\/(?!server\/)/);
/** What the server programs are made of. */
export const server = shipped(/^src\/server\//);
