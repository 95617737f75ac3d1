import { describe, expect, test, vi } from 'vitest';
import { createInputLayer } from './input-layer.ts';

/** The part of an element that the input layer uses; reading or writing its value throws. */
function control() {
  const focus = vi.fn<() => void>();
  const element = {
    focus,
    scrollIntoView: () => undefined,
    get value(): string {
      throw new Error('the value was read');
    },
    set value(_: string) {
      throw new Error('the value was written');
    },
  };
  return { element: element as unknown as HTMLElement, focus };
}

describe('controls', () => {
  test('are known by name while they are registered', () => {
    const inputs = createInputLayer(() => undefined);
    inputs.register('b/1', control().element);
    inputs.register('a', control().element);
    expect(inputs.names()).toEqual(['b/1', 'a']);
    inputs.unregister('b/1');
    expect(inputs.names()).toEqual(['a']);
  });

  test('get the focus by their name; the one registered last wins', async () => {
    const inputs = createInputLayer(() => undefined);
    const [old, now] = [control(), control()];
    inputs.register('a', old.element);
    inputs.unregister('a');
    inputs.register('a', now.element);
    inputs.focus('a');
    await expect.poll(() => now.focus.mock.calls.length).toBe(1);
    expect(old.focus).not.toHaveBeenCalled();
  });

  test('are neither read nor written, also when they unmount and mount again', async () => {
    const inputs = createInputLayer(() => undefined);
    const { element } = control();
    inputs.register('a', element);
    inputs.touch('a');
    inputs.unregister('a');
    inputs.register('a', element);
    await inputs.submit();
    expect(inputs.names()).toEqual(['a']);
  });
});

describe('a touched control', () => {
  test('stays touched when it unmounts and mounts again', () => {
    const inputs = createInputLayer(() => undefined);
    inputs.register('a', control().element);
    inputs.touch('a');
    inputs.unregister('a');
    expect(inputs.touched()).toEqual(new Set(['a']));
    inputs.register('a', control().element);
    expect(inputs.touched()).toEqual(new Set(['a']));
  });

  test('need not be registered, and does not become registered', () => {
    const inputs = createInputLayer(() => undefined);
    inputs.touch('rows/1');
    expect(inputs.touched()).toEqual(new Set(['rows/1']));
    expect(inputs.names()).toEqual([]);
  });

  test.each(['a', 'rows/1', 'a%2eb', 'x|y', '0'])('has a flat name: %s', (name) => {
    const inputs = createInputLayer(() => undefined);
    inputs.touch(name);
    expect([...inputs.touched()]).toEqual([name]);
  });
});

describe('changes', () => {
  test('are reported once for each touched control and each submit', async () => {
    const onChange = vi.fn<(what: string) => void>();
    const inputs = createInputLayer(onChange);
    inputs.register('a', control().element);
    inputs.touch('a');
    inputs.touch('a');
    inputs.unregister('a');
    expect(inputs.isSubmitted()).toBe(false);
    await inputs.submit();
    expect(inputs.isSubmitted()).toBe(true);
    await inputs.submit();
    expect(onChange.mock.calls.flat()).toEqual(['touched', 'submitted', 'submitted']);
  });
});
