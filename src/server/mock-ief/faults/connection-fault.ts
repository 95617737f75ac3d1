/** How a connection fails. `cut` has a response, but only its first half arrives. */
export type ConnectionFaultKind = 'refused' | 'reset' | 'closed' | 'cut';

/**
 * Thrown by the mock instead of returning a response when a fault needs the connection itself. In process, the caller
 * treats it as a network error; behind a port, the Node listener resets or cuts the real socket (see
 * http/listen/node-listener.ts).
 */
export class ConnectionFault extends Error {
  readonly kind: ConnectionFaultKind;
  /** `never`: the fault simulates a failure before the first byte is written. */
  readonly sent: 'never' | 'maybe';
  /** The whole response, for `cut`. */
  readonly response: Response | undefined;

  constructor(kind: ConnectionFaultKind, sent: 'never' | 'maybe', response?: Response) {
    super(`connection ${kind} by a mock fault`);
    this.name = 'ConnectionFault';
    this.kind = kind;
    this.sent = sent;
    this.response = response;
  }
}
