import { ConfigError } from '#src/server/config/address.ts';
import type { Running } from './serve.ts';

const EXIT_AT_ONCE_MS = 30_000;

/**
 * Runs a program that serves until it is told to stop: SIGTERM and SIGINT stop it gently (exit 0,
 * or 1 if requests had to be broken off), a second signal at once. A start that fails says why in
 * plain lines and exits 1. `onStopping` is called before the listening socket closes.
 */
export async function runMain(
  start: () => Promise<{ readonly running: Running; readonly onStopping?: () => void }>,
): Promise<void> {
  try {
    const { running, onStopping } = await start();
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => process.exit(1), EXIT_AT_ONCE_MS).unref();
      onStopping?.();
      void running.stop().then((isFinished) => process.exit(isFinished ? 0 : 1));
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    for (const line of explain(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): readonly string[] {
  if (error instanceof ConfigError) {
    return ['The configuration cannot be used:', ...error.mistakes.map((one) => `- ${one}`)];
  }
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE') return [`Port ${port} on ${address} is taken; choose another one.`];
  if (code === 'EACCES')
    return [`Port ${port} on ${address} needs more rights; choose another one.`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return [`The address ${address ?? ''} is none of this machine.`];
  }
  return [`The start failed: ${error instanceof Error ? error.message : 'unknown error'}`];
}
