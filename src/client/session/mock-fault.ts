/** The fault requested from the embedded mock. It exists only in the memory of the page and is never stored. */
export interface MockFault {
  /** Sent with each request that changes something; empty for none. */
  readonly fault: string;
}

export const noFault: MockFault = { fault: '' };

/** The header that requests the fault, for requests to the mock only. */
export function faultHeader(targetId: string, { fault }: MockFault): Record<string, string> {
  return targetId === 'mock' && fault !== '' ? { 'X-Mock-Fault': fault } : {};
}
