import { ConfigError } from '#src/server/config/environment.ts';
import type { Running } from './http/listen/serve.ts';

const FORCE_EXIT_MS = 30_000;
const FLUSH_MS = 1_000;

/** A program that runs. */
interface Program {
  readonly running: Running;
  /** Called before the listening socket closes. */
  readonly onStopping?: () => void;
  /** Called last, to flush what is still buffered within this many milliseconds; 0 means not at all. */
  readonly onStopped?: (graceMs: number) => Promise<void>;
}

/**
 * Runs a program that serves until it is stopped: SIGTERM and SIGINT shut it down gracefully (exit 0,
 * or 1 if requests had to be broken off), a second signal at once. A start that fails says why in
 * plain lines and exits 1.
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
    // An uncaught error is reported once, requests in flight are finished, and the supervisor restarts us.
    const fail = (error: unknown) => {
      if (code !== 0) return;
      code = 1;
      const { name, stack = '' } = error instanceof Error ? error : new Error('not an error');
      const place = /([^\s(/\\]+:\d+:\d+)\)?$/m.exec(stack)?.[1] ?? 'unknown place';
      process.stderr.write(`A mistake was not caught (${name} at ${place}); stopping.\n`);
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
    return ['The configuration cannot be used:', ...error.errors.map((line) => `- ${line}`)];
  }
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE') return [`Port ${port} on ${address} is taken; choose another one.`];
  if (code === 'EACCES')
    return [`Port ${port} on ${address} needs more privileges; choose another one.`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return [`The address ${address ?? ''} is not an address of this machine.`];
  }
  return [`Startup failed: ${error instanceof Error ? error.message : 'unknown error'}`];
}
