import { randomUUID } from 'node:crypto';
import type { MockOptions } from '#src/server/mock-ief/kit/options.ts';
import { createMockIef, type MockIef } from '#src/server/mock-ief/mock-ief.ts';
import { systemClock } from '#src/server/time/clock.ts';

/** A mock that counts the creates that reach it: it refuses a second one of a name, which would hide it. */
export function countingMock(options: Partial<MockOptions>): {
  readonly mock: MockIef;
  /** By name. */
  readonly creates: ReadonlyMap<string, number>;
} {
  const own = createMockIef({ clock: systemClock, newId: randomUUID, ...options });
  const creates = new Map<string, number>();
  return {
    creates,
    async mock(request) {
      if (request.method === 'POST') {
        const { name } = (await request.clone().json()) as { name: string };
        creates.set(name, (creates.get(name) ?? 0) + 1);
      }
      return own(request);
    },
  };
}
