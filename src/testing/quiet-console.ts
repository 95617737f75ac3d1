import { afterEach, beforeEach, expect, vi } from 'vitest';

const noise: string[] = [];

// React, MUI and the page report mistakes on the console; any message fails its test.
beforeEach(() => {
  noise.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      noise.push(`${level}: ${parts.map(String).join(' ')}`);
    });
  }
});
afterEach(() => expect(noise, 'the console stays silent').toEqual([]));
