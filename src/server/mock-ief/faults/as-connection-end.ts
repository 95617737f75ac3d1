import type { ConnectionEnd } from '#src/server/http/listen/node-listener.ts';
import { ConnectionFault } from './connection-fault.ts';

/** Reads a fault of the mock as an end of the real connection, for the Node listener. */
export function asConnectionEnd(error: unknown): ConnectionEnd | undefined {
  return error instanceof ConnectionFault ? error : undefined;
}
