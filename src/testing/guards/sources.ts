import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './check-project.ts';

// The guards contain the patterns they forbid.
const OWN_FOLDER = 'src/testing/guards/';
const NOT_OURS =
  /(?:^|\/)node_modules(?:\/|$)|^(?:dist|\.git|\.cache|test-results|playwright-report)(?:\/|$)/;
const TEXT = /(?:\.(?:ts|tsx|mjs|js|json|md|html|svg|css|yaml|yml|txt|example)|\/run)$/;

/** Every text file of the project, by path. */
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

/** Source files that are not tests, with matching paths. */
function shipped(pattern: RegExp): [path: string, text: string][] {
  return [...sources].filter(
    ([path]) =>
      path.startsWith('src/') &&
      pattern.test(path) &&
      !/\.(?:test|testing|fixture)\.tsx?$|^src\/testing\//.test(path),
  );
}

/** The paths of the files whose text matches. */
export function pathsWith(files: readonly [string, string][], pattern: RegExp): string[] {
  return files.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

/** Code outside `src/server`. */
export const page = shipped(/^src\/(?!server\/)/);
export const server = shipped(/^src\/server\//);
