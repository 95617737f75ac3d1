import { randomUUID } from 'node:crypto';
import type { MockOptions } from '#src/server/mock-ief/kit/options.ts';
import { createMockIef, type MockIef } from '#src/server/mock-ief/mock-ief.ts';
import { systemClock } from '#src/server/time/clock.ts';

/** A mock that counts what reaches it. It refuses a second create of a name, which would hide one that was sent twice. */
export function countingMock(options: Partial<MockOptions>): {
  readonly mock: MockIef;
  /** By name. */
  readonly creates: ReadonlyMap<string, number>;
  /** Updates and deletes, by method and ID, such as `PUT 1b2c`. */
  readonly changes: ReadonlyMap<string, number>;
} {
  const own = createMockIef({ clock: systemClock, newId: randomUUID, ...options });
  const creates = new Map<string, number>();
  const changes = new Map<string, number>();
  return {
    creates,
    changes,
    async mock(request) {
      if (request.method === 'PUT' || request.method === 'DELETE') {
        const change = `${request.method} ${new URL(request.url).pathname.split('/').at(-1)}`;
        changes.set(change, (changes.get(change) ?? 0) + 1);
      }
      if (request.method === 'POST') {
        const { name } = (await request.clone().json()) as { name: string };
        creates.set(name, (creates.get(name) ?? 0) + 1);
      }
      return own(request);
    },
  };
}
