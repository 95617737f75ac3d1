/** How a connection fails. `cut` still has an answer, of which only the first half arrives. */
export type ConnectionFaultKind = 'refused' | 'reset' | 'closed' | 'cut';

/**
 * Thrown by the mock in place of an answer when a fault needs the connection itself.
 * In process the caller treats it as a network error; behind a port the Node listener
 * resets or cuts the real socket (see http/listen/node-listener.ts).
 */
export class ConnectionFault extends Error {
  readonly kind: ConnectionFaultKind;
  /** `never`: the fault simulates one that strikes before the first byte is written. */
  readonly sent: 'never' | 'maybe';
  /** The whole answer, for `cut`. */
  readonly response: Response | undefined;

  constructor(kind: ConnectionFaultKind, sent: 'never' | 'maybe', response?: Response) {
    super(`connection ${kind} by a mock fault`);
    this.name = 'ConnectionFault';
    this.kind = kind;
    this.sent = sent;
    this.response = response;
  }
}
