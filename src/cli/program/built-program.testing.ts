import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

/** A temporary folder with the built program and the files it is called with. For tests. */
export interface BuiltProgram {
  readonly folder: string;
  readonly program: string;
  /** The modules it imports, now or later. */
  readonly imports: readonly string[];
  /** Writes a file into the folder and returns its name. */
  write(name: string, content: string | Uint8Array): string;
  /** Runs the program in the folder by node, its input empty unless given. */
  run(args: readonly string[], options?: RunOptions): Ending;
  remove(): void;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly nodeArgs?: readonly string[];
}

/** The exit code and output of a program. */
export interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds a program as `npm run build` does, but not into dist/, which others may be using. */
export async function buildProgram(
  name: 'validate' | 'convert' | 'export' | 'rollout' = 'validate',
): Promise<BuiltProgram> {
  const folder = mkdtempSync(join(tmpdir(), `ief-${name}-`));
  const result = await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    mode: name,
    logLevel: 'error',
    build: { outDir: join(folder, 'dist') },
  });
  if (!('output' in result)) throw new Error('The build made no single output.');
  const imports = result.output.flatMap((file) =>
    file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : [],
  );
  // As the project's own package.json does.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const program = join(folder, `dist/ief-${name}.js`);
  return {
    folder,
    program,
    imports,
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return name;
    },
    run(args, { input = '', nodeArgs = [] } = {}) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...nodeArgs, program, ...args],
        { cwd: folder, input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
      );
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
