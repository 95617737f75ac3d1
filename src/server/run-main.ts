import { ConfigError } from '#src/server/config/environment.ts';
import type { Running } from './http/listen/serve.ts';

const FORCE_EXIT_MS = 30_000;
const FLUSH_MS = 1_000;

/** A running program. */
interface Program {
  readonly running: Running;
  /** Called before the listening socket closes. */
  readonly onStopping?: () => void;
  /** Called last, to flush buffered output within this many milliseconds; 0 means do not flush. */
  readonly onStopped?: (graceMs: number) => Promise<void>;
}

/**
 * Runs a server until it is stopped. The first SIGTERM or SIGINT shuts it down gracefully (exit code 0, or 1 if
 * requests were cut off), a second one immediately. If startup fails, it prints the reasons and exits with 1.
 */
export async function runMain(start: () => Promise<Program>): Promise<void> {
  // Keep serving even if the output goes to a full disk or a closed pipe.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const { running, onStopping, onStopped } = await start();
    let isStopping = false;
    let code = 0;
    const exitNow = () => {
      void onStopped?.(0);
      process.exit(1);
    };
    const stop = async (): Promise<void> => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(exitNow, FORCE_EXIT_MS).unref();
      onStopping?.();
      const isFinished = await running.stop();
      await onStopped?.(FLUSH_MS);
      process.exit(isFinished ? code : 1);
    };
    const stopOrExit = () => (isStopping ? exitNow() : void stop());
    process.on('SIGTERM', stopOrExit);
    process.on('SIGINT', stopOrExit);
    // Report an uncaught error once, finish the requests in flight, and let the supervisor restart us.
    const fail = (error: unknown) => {
      if (code !== 0) return;
      code = 1;
      const { name, stack = '' } = error instanceof Error ? error : new Error('not an error');
      const place = /([^\s(/\\]+:\d+:\d+)\)?$/m.exec(stack)?.[1] ?? 'unknown place';
      process.stderr.write(`Uncaught error (${name} at ${place}); shutting down.\n`);
      void stop();
    };
    process.on('uncaughtException', fail);
    process.on('unhandledRejection', fail);
  } catch (error) {
    for (const line of explain(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): readonly string[] {
  if (error instanceof ConfigError) {
    return ['The configuration is invalid:', ...error.errors.map((line) => `- ${line}`)];
  }
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE')
    return [`Port ${port} on ${address} is already in use. Choose another port.`];
  if (code === 'EACCES')
    return [`Port ${port} on ${address} needs more privileges. Choose another port.`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return [`The address ${address ?? ''} does not belong to this machine.`];
  }
  return [`Startup failed: ${error instanceof Error ? error.message : 'unknown error'}`];
}
