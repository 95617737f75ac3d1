import { expect, test, vi } from 'vitest';
import { loadSoon, preloadLater, startPreloading, whenNeededLoaded } from './preload.ts';

/** A load that notes its start and its end, and ends when `end` is called. */
function heldLoad(name: string, notes: string[]) {
  let end = () => {};
  const promise = new Promise<void>((resolve) => (end = resolve));
  const load = async () => {
    notes.push(`${name} starts`);
    await promise;
    notes.push(`${name} ends`);
  };
  return { load, end: () => end() };
}

const soon = (name: string, notes: string[]) => {
  const held = heldLoad(name, notes);
  void loadSoon(held.load);
  return held;
};

test('needed code is loaded in order, one at a time, before everything else', async () => {
  const notes: string[] = [];
  startPreloading();
  preloadLater(async () => notes.push('later'));
  whenNeededLoaded(() => notes.push('all needed'));
  const first = soon('first', notes);
  const second = soon('second', notes);
  await vi.waitFor(() => expect(notes).toEqual(['first starts']));
  first.end();
  await vi.waitFor(() => expect(notes).toEqual(['first starts', 'first ends', 'second starts']));
  second.end();
  await vi.waitFor(() =>
    expect(notes.slice(2)).toEqual(['second starts', 'second ends', 'all needed', 'later']),
  );
});

test('code that fails to load rejects, and the next is loaded', async () => {
  const failed = loadSoon(() => Promise.reject(new Error('offline')));
  const next = loadSoon(async () => 'loaded');
  await expect(failed).rejects.toThrow('offline');
  expect(await next).toBe('loaded');
});

test('code that does not arrive delays the next only for some seconds', async () => {
  const notes: string[] = [];
  soon('stuck', notes);
  const next = loadSoon(async () => 'loaded');
  expect(await next).toBe('loaded');
  expect(notes).toEqual(['stuck starts']);
});
