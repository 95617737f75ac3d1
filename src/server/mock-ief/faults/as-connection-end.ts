import type { ConnectionEnd } from '#src/server/http/listen/node-listener.ts';
import { ConnectionFault } from './connection-fault.ts';

/** Tells the Node listener that a mock fault ends the real connection. */
export function asConnectionEnd(error: unknown): ConnectionEnd | undefined {
  return error instanceof ConnectionFault ? error : undefined;
}
