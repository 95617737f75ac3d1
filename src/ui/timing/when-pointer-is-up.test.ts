import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const CLICK_MS = 20;
let page: EventTarget;
let whenPointerIsUp: (run: () => void) => void;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  ({ whenPointerIsUp } = await import('./when-pointer-is-up.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function press(button = 0): void {
  page.dispatchEvent(Object.assign(new Event('pointerdown'), { button }));
}

test('runs at once without a press', () => {
  const run = vi.fn<() => void>();
  whenPointerIsUp(run);
  expect(run).toHaveBeenCalledOnce();
});

test.each(['pointerup', 'pointercancel', 'contextmenu', 'blur'])(
  'during a press waits for %s and the click after it, and runs once',
  (end) => {
    const run = vi.fn<() => void>();
    press();
    whenPointerIsUp(run);
    vi.advanceTimersByTime(60_000);
    expect(run).not.toHaveBeenCalled();
    page.dispatchEvent(new Event(end));
    vi.advanceTimersByTime(CLICK_MS - 1);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
    press();
    page.dispatchEvent(new Event(end));
    vi.runAllTimers();
    expect(run).toHaveBeenCalledOnce();
  },
);

test('runs callbacks in order', () => {
  const order: number[] = [];
  press();
  for (const each of [1, 2, 3]) whenPointerIsUp(() => order.push(each));
  page.dispatchEvent(new Event('pointerup'));
  vi.runAllTimers();
  expect(order).toEqual([1, 2, 3]);
});

test('ignores a press of another button, whose release a menu may swallow', () => {
  const run = vi.fn<() => void>();
  press(2);
  whenPointerIsUp(run);
  expect(run).toHaveBeenCalledOnce();
});

test('the blur of a field does not end the press', () => {
  const run = vi.fn<() => void>();
  press();
  whenPointerIsUp(run);
  const blur = new Event('blur');
  Object.defineProperty(blur, 'target', { value: new EventTarget() });
  page.dispatchEvent(blur);
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
