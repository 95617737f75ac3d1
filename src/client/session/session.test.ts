import { beforeEach, expect, test, vi } from 'vitest';

const STORED_AS = 'ief-builder.session';
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
  vi.resetModules();
});

test('stores the place, but not the token, its expiry, the fault or the clock offset', async () => {
  const { changeSession, getSession } = await import('./session.ts');
  const place = {
    targetId: 'live',
    projectId: 'a'.repeat(32),
    edition: 'platinum',
    generation: '2025',
    instanceId: 'i-1',
  } as const;
  changeSession({
    ...place,
    token: 'canary',
    tokenExpiresAt: 1,
    removedToken: { reason: 'idle', at: 1 },
    elsewhere: { ...place, targetId: 'south', token: 'canary-2', tokenExpiresAt: 3 },
    clockOffsetMs: 2,
    fault: 'hang',
  });
  expect(getSession()).toMatchObject({ token: 'canary', fault: 'hang' });
  expect(JSON.parse(stored.get(STORED_AS) ?? '')).toEqual(place);

  vi.resetModules();
  const later = await import('./session.ts');
  expect(later.getSession()).toEqual({
    ...place,
    token: '',
    tokenExpiresAt: undefined,
    removedToken: undefined,
    elsewhere: undefined,
    clockOffsetMs: undefined,
    fault: '',
  });
});

test.each(['{', 'null', '[]', '{"targetId":5,"edition":"gold","token":"canary"}'])(
  'an invalid stored place %s is replaced by the initial one',
  async (text) => {
    stored.set(STORED_AS, text);
    const { getSession } = await import('./session.ts');
    expect(getSession()).toMatchObject({ targetId: 'mock', edition: 'professional', token: '' });
  },
);

test('removes the token when target or project change, unless the change contains a new one', async () => {
  const { changeSession, getSession } = await import('./session.ts');
  const token = () => getSession().token;
  changeSession({ targetId: 'north', token: 'for-north', tokenExpiresAt: 1 });
  changeSession({ edition: 'platinum', generation: '2025' });
  expect(token()).toBe('for-north');
  changeSession({ targetId: 'south' });
  expect(getSession()).toMatchObject({ token: '', tokenExpiresAt: undefined });
  changeSession({ targetId: 'north', token: 'for-north' });
  changeSession({ projectId: 'c'.repeat(32) });
  expect(token()).toBe('');
});

test('query keys differ by place and by the presence of a token, and never contain the token', async () => {
  const { getSession, placeKey } = await import('./session.ts');
  const session = getSession();
  const keys = [
    session,
    { ...session, targetId: 'live' },
    { ...session, projectId: 'b'.repeat(32) },
    { ...session, edition: 'platinum' as const },
    { ...session, instanceId: 'i-1' },
    { ...session, token: 'canary' },
  ].map((variant) => JSON.stringify(placeKey(variant)));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.join()).not.toContain('canary');
});
