// A PostgreSQL of this machine's package, with its own data and port.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../programs.mjs';

export const NO_POSTGRES =
  'PostgreSQL is not on the PATH: neither initdb, nor psql with a package in /usr/lib/postgresql';

const PACKAGES = '/usr/lib/postgresql';

/** The folder of the programs, or undefined: `initdb` on the PATH, or beside it as Debian keeps it, if `psql` is there. */
export function findPostgres() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const own = folders.find((folder) => existsSync(join(folder, 'initdb')));
  // It may be a link into the folder of the others.
  if (own !== undefined) return dirname(realpathSync(join(own, 'initdb')));
  if (!folders.some((folder) => existsSync(join(folder, 'psql')))) return undefined;
  if (!existsSync(PACKAGES)) return undefined;
  return readdirSync(PACKAGES)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(PACKAGES, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** The start of a command that does not run as root, which PostgreSQL refuses; and that user. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return { before: [], user: undefined };
  const idOf = (/** @type {string} */ flag, /** @type {string} */ name) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  const name = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
  const user = { uid: idOf('-u', name), gid: idOf('-g', name) };
  const before = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return { before, user };
}

/**
 * Starts a database and waits until it responds.
 * @param {string} programs The folder of the programs.
 */
export async function startPostgres(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'ief-postgres-'));
  const { before, user } = ordinaryUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const commandOf = (/** @type {string} */ name, /** @type {string[]} */ ...args) => {
    const [program = '', ...rest] = [...before, join(programs, name), ...args];
    return /** @type {const} */ ([program, rest]);
  };
  const data = join(folder, 'data');
  const made = spawnSync(
    ...commandOf('initdb', '-D', data, '-U', 'ief', '-A', 'trust', '-E', 'UTF8', '--no-sync'),
    { cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const launch = () =>
    spawn(
      ...commandOf('postgres', '-D', data, '-k', folder, '-p', String(port), '-h', '127.0.0.1'),
      { cwd: folder, stdio: 'ignore' },
    );
  let child = launch();
  const untilReady = async () => {
    for (let tries = 0; ; tries++) {
      const args = ['-h', '127.0.0.1', '-p', String(port)];
      if (spawnSync(join(programs, 'pg_isready'), args).status === 0) return;
      if (tries > 100) throw new Error('PostgreSQL does not start.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const end = (/** @type {NodeJS.Signals} */ signal) =>
    new Promise((resolve) => {
      child.on('exit', resolve);
      child.kill(signal);
    });
  const url = `postgres://ief@127.0.0.1:${port}/postgres`;
  /** Runs SQL and returns its rows, columns separated by `|`. */
  const query = (/** @type {string} */ sql) => {
    const { status, stdout, stderr } = spawnSync(join(programs, 'psql'), [url, '-Atc', sql], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`psql failed: ${stderr}`);
    return stdout.trimEnd().split('\n');
  };
  await untilReady();
  return {
    url,
    query,
    /** Ends it at once, as a crash does, and starts it again after `whileDown`. */
    async crash(/** @type {() => Promise<void>} */ whileDown) {
      await end('SIGQUIT');
      await whileDown();
      child = launch();
      await untilReady();
    },
    stop: () => end('SIGINT'),
  };
}
