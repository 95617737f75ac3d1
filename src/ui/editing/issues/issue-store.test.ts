import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeIn, setIn } from '#src/document/edits.ts';
import { createDocumentStore } from '#src/document/store.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { createIssueStore } from './issue-store.ts';

const delay = 150;

function issue(path: Path, words: string, rule?: Issue['rule']): Issue {
  const message = { en: words, zh: words };
  return { path, severity: 'error', message, source: 'table 3', ...(rule && { rule }) };
}

/** Checks a small document: a name is required, 'bad' is invalid anywhere, 'clash' breaks a rule at the name. */
function check(document: unknown): Issue[] {
  if (!isJsonObject(document)) return [];
  const found = [
    ...('name' in document ? [] : [issue(['name'], 'missing')]),
    ...Object.entries(document)
      .filter(([, value]) => value === 'bad')
      .map(([key]) => issue([key], 'is bad')),
  ];
  return document.other === 'clash' ? [...found, issue(['name'], 'clashes', 'R01')] : found;
}

function scene(initial: Record<string, string> = { name: 'a', other: 'b' }) {
  const store = createDocumentStore(initial);
  const judge = vi.fn<(document: unknown) => readonly Issue[]>(check);
  const issues = createIssueStore(store, judge);
  const listener = vi.fn<() => void>();
  issues.subscribe(listener);
  judge.mockClear();
  const write = (key: string, value: string) => store.edit(setIn(store.get(), [key], value));
  const words = (pointer: string) => issues.at(pointer).map(({ message }) => message.en);
  return { store, judge, issues, listener, write, words };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the full check', () => {
  test('runs at once for the first document', () => {
    const { issues, words } = scene({ other: 'bad' });
    expect(issues.all()).toHaveLength(2);
    expect(words('/name')).toEqual(['missing']);
    expect(words('/other')).toEqual(['is bad']);
  });

  test('waits while changes are deferred, except for checkNow', () => {
    const store = createDocumentStore({ name: 'a' });
    const put = new Set<() => void>();
    const issues = createIssueStore(store, check, (run) => void put.add(run));
    store.edit(setIn(store.get(), ['name'], 'bad'));
    vi.advanceTimersByTime(delay);
    issues.recheck();
    expect(issues.all()).toEqual([]);
    expect(put.size).toBe(1);
    for (const run of put) run();
    expect(issues.all()).toHaveLength(1);
    store.edit(setIn(store.get(), ['name'], 'b'));
    expect(issues.checkNow()).toEqual([]);
  });

  test('runs once, 150 ms after the last edit', () => {
    const { judge, write, words, listener } = scene();
    write('name', 'ba');
    vi.advanceTimersByTime(delay - 1);
    write('name', 'bad');
    vi.advanceTimersByTime(delay - 1);
    expect(judge).not.toHaveBeenCalled();
    expect(words('/name')).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(judge).toHaveBeenCalledTimes(1);
    expect(words('/name')).toEqual(['is bad']);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('runs for undo and redo as well', () => {
    const { store, write, words } = scene();
    write('name', 'bad');
    vi.advanceTimersByTime(delay);
    store.undo();
    vi.advanceTimersByTime(delay);
    expect(words('/name')).toEqual([]);
    store.redo();
    vi.advanceTimersByTime(delay);
    expect(words('/name')).toEqual(['is bad']);
  });

  test('can run now, and then does not run again', () => {
    const { issues, judge, write } = scene();
    write('name', 'bad');
    expect(issues.checkNow()).toHaveLength(1);
    vi.advanceTimersByTime(delay * 2);
    expect(judge).toHaveBeenCalledTimes(1);
  });

  test('with the same result notifies no listener and keeps every list', () => {
    const { issues, listener, write } = scene({ name: 'bad', other: 'b' });
    const [all, at] = [issues.all(), issues.at('/name')];
    write('other', 'c');
    vi.advanceTimersByTime(delay);
    expect(listener).not.toHaveBeenCalled();
    expect(issues.all()).toBe(all);
    expect(issues.at('/name')).toBe(at);
  });

  test('keeps the list of a place whose issues did not change', () => {
    const { issues, write } = scene({ name: 'bad', other: 'b' });
    const at = issues.at('/name');
    write('other', 'bad');
    vi.advanceTimersByTime(delay);
    expect(issues.all()).toHaveLength(2);
    expect(issues.at('/name')).toBe(at);
  });

  test('returns the same empty list for every place without issues', () => {
    const { issues } = scene();
    expect(issues.at('/name')).toBe(issues.at('/nowhere'));
  });
});

describe('the issue of a field', () => {
  const own = issue(['name'], 'own');

  test('shows at once, before the issues of rules', () => {
    const { issues, listener, words } = scene({ name: 'a', other: 'clash' });
    issues.setFieldIssue('/name', own);
    expect(words('/name')).toEqual(['own', 'clashes']);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('replaces the previous one', () => {
    const { issues, words } = scene({ name: 'bad', other: 'clash' });
    issues.setFieldIssue('/name', own);
    expect(words('/name')).toEqual(['own', 'clashes']);
    issues.setFieldIssue('/name', undefined);
    expect(words('/name')).toEqual(['clashes']);
  });

  test('notifies no listener if nothing changes', () => {
    const { issues, listener } = scene({ name: 'bad', other: 'clash' });
    const at = issues.at('/name');
    issues.setFieldIssue('/name', issue(['name'], 'is bad'));
    issues.setFieldIssue('/other', undefined);
    expect(listener).not.toHaveBeenCalled();
    expect(issues.at('/name')).toBe(at);
  });

  test('is replaced by the full check, which notifies listeners', () => {
    const { issues, listener, write, words } = scene();
    issues.setFieldIssue('/name', own);
    write('other', 'c');
    listener.mockClear();
    vi.advanceTimersByTime(delay);
    expect(words('/name')).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('removed and found again by an otherwise unchanged check notifies listeners', () => {
    const { store, issues, listener, write, words } = scene({ other: 'b' });
    expect(words('/name')).toEqual(['missing']);
    // Typed and cleared within the delay.
    write('name', 'a');
    issues.setFieldIssue('/name', undefined);
    expect(words('/name')).toEqual([]);
    store.edit(removeIn(store.get(), ['name']));
    listener.mockClear();
    vi.advanceTimersByTime(delay);
    expect(words('/name')).toEqual(['missing']);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

test('does not call an unsubscribed listener', () => {
  const { issues, write } = scene();
  const gone = vi.fn<() => void>();
  issues.subscribe(gone)();
  write('name', 'bad');
  vi.advanceTimersByTime(delay);
  expect(gone).not.toHaveBeenCalled();
});

test('finds keys with slashes by their pointer', () => {
  const { words } = scene({ name: 'a', 'x/y': 'bad', 'm~n': 'bad' });
  expect(words('/x~1y')).toEqual(['is bad']);
  expect(words('/m~0n')).toEqual(['is bad']);
});
