/** The fault that the user asks the embedded mock for. Only in the memory of the page, never stored. */
export interface MockFault {
  /** Sent with each create; empty for none. */
  readonly fault: string;
}

export const noFault: MockFault = { fault: '' };

/** The header that asks for the fault. Only the mock gets it. */
export function faultHeader(targetId: string, { fault }: MockFault): Record<string, string> {
  return targetId === 'mock' && fault !== '' ? { 'X-Mock-Fault': fault } : {};
}
