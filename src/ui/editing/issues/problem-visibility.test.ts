import { describe, expect, test, vi } from 'vitest';
import { insertAt, moveMember, setIn } from '#src/document/edits.ts';
import { rowId } from '#src/document/row-ids.ts';
import { createProblemVisibility, type Marks } from './problem-visibility.ts';

const document = { name: '', other: '', rows: [{ name: '' }, { name: '' }] };

/** Sections are named by the first key. */
const scene = () => createProblemVisibility((path) => String(path[0]));

describe('a problem is shown', () => {
  test('nowhere at first', () => {
    expect(scene().isShown(document, ['name'])).toBe(false);
  });

  test('at a field that has lost the focus, and at no other field', () => {
    const visibility = scene();
    visibility.touch(document, ['rows', 0, 'name']);
    expect(visibility.isShown(document, ['rows', 0, 'name'])).toBe(true);
    expect(visibility.isShown(document, ['rows', 1, 'name'])).toBe(false);
    expect(visibility.isShown(document, ['rows', 0])).toBe(false);
  });

  test('at a field that was left, even if its row has moved', () => {
    const visibility = scene();
    visibility.touch(document, ['rows', 0, 'name']);
    const moved = setIn(document, ['rows'], moveMember(document.rows, 0, 1));
    expect(visibility.isShown(moved, ['rows', 1, 'name'])).toBe(true);
    expect(visibility.isShown(moved, ['rows', 0, 'name'])).toBe(false);
  });

  test('in a section that was left', () => {
    const visibility = scene();
    visibility.markVisited('rows');
    expect(visibility.isShown(document, ['rows', 1, 'name'])).toBe(true);
    expect(visibility.isShown(document, ['name'])).toBe(false);
    expect([visibility.isVisited('rows'), visibility.isVisited('name')]).toEqual([true, false]);
  });

  test('everywhere after Submit', async () => {
    const visibility = scene();
    await visibility.submit();
    expect(visibility.isShown(document, ['name'])).toBe(true);
    expect(visibility.isShown(document, ['rows', 1, 'name'])).toBe(true);
    expect(visibility.isVisited('any')).toBe(true);
  });

  test('nowhere after reset', async () => {
    const visibility = scene();
    visibility.touch(document, ['name']);
    await visibility.submit();
    visibility.reset();
    expect(visibility.isShown(document, ['name'])).toBe(false);
    expect(visibility.isVisited('rows')).toBe(false);
  });
});

describe('a wrong value is shown', () => {
  test('at once, unlike a missing one', () => {
    expect(scene().isShown(document, ['name'], false)).toBe(true);
    expect(scene().isShown(document, ['name'], true)).toBe(false);
  });

  test('once its field is left, if the user is typing it for the first time', () => {
    const visibility = scene();
    visibility.startTyping(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(false);
    expect(visibility.isShown(document, ['other'], false)).toBe(true);
    visibility.touch(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
    visibility.startTyping(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
  });

  test('while typing, if its section was left', () => {
    const visibility = scene();
    visibility.startTyping(document, ['name']);
    visibility.markVisited('name');
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
  });
});

describe('marks', () => {
  test('restore sections and fields, even if their rows have moved', () => {
    const visibility = scene();
    visibility.markVisited('other');
    visibility.touch(document, ['name']);
    visibility.touch(document, ['rows', 0, 'name']);
    const moved = setIn(document, ['rows'], moveMember(document.rows, 0, 1));
    const marks = JSON.parse(JSON.stringify(visibility.marks(moved))) as Marks;
    // After a reload the rows are other objects.
    const reloaded = structuredClone(moved);
    const restored = createProblemVisibility((path) => String(path[0]), undefined, {
      document: reloaded,
      marks,
    });
    expect(restored.isVisited('other')).toBe(true);
    expect(restored.isVisited('name')).toBe(false);
    expect(restored.isShown(reloaded, ['name'])).toBe(true);
    expect(restored.isShown(reloaded, ['rows', 1, 'name'])).toBe(true);
    expect(restored.isShown(reloaded, ['rows', 0, 'name'])).toBe(false);
  });

  test('replace the earlier ones when another document is opened', () => {
    const visibility = scene();
    visibility.markVisited('name');
    visibility.reset({ document, marks: { sections: ['other'], fields: [['rows', 0]] } });
    expect(visibility.marks(document)).toEqual({ sections: ['other'], fields: [['rows', 0]] });
  });

  test('are empty at first and after a reset, and omit removed rows', async () => {
    const visibility = scene();
    visibility.touch(document, ['rows', 0, 'name']);
    expect(visibility.marks(setIn(document, ['rows'], [])).fields).toEqual([]);
    await visibility.submit();
    visibility.reset();
    expect(visibility.marks(document)).toEqual({ sections: [], fields: [] });
  });
});

describe('a row that was just added', () => {
  /** All problems are shown, then a row is added. */
  async function added() {
    const visibility = scene();
    await visibility.submit();
    const row = { name: '' };
    visibility.markNew(rowId(row));
    return { visibility, grown: setIn(document, ['rows'], insertAt(document.rows, 1, row)) };
  }

  test('shows nothing, unlike its neighbors', async () => {
    const { visibility, grown } = await added();
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(false);
    expect(visibility.isShown(grown, ['rows', 0, 'name'])).toBe(true);
    expect(visibility.isShown(grown, ['rows', 2, 'name'])).toBe(true);
  });

  test('shows nothing while the user types into it', async () => {
    const { visibility, grown } = await added();
    const typed = setIn(grown, ['rows', 1, 'name'], 'x');
    expect(visibility.isShown(typed, ['rows', 1, 'name'])).toBe(false);
  });

  test('does not show wrong values either', async () => {
    const { visibility, grown } = await added();
    expect(visibility.isShown(grown, ['rows', 1, 'name'], false)).toBe(false);
  });

  test('shows the problem of a field that was left', async () => {
    const { visibility, grown } = await added();
    visibility.touch(grown, ['rows', 1, 'name']);
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(true);
    expect(visibility.isShown(grown, ['rows', 1, 'value'])).toBe(false);
  });

  test('shows its problems at the next Submit, even if all others were visible before', async () => {
    const { visibility, grown } = await added();
    await visibility.submit();
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(true);
  });
});

describe('listeners', () => {
  test('are called once for each change, with a new version, and not without a change', async () => {
    const visibility = scene();
    const listener = vi.fn<() => void>();
    const leave = visibility.subscribe(listener);
    const versions = [visibility.version()];
    const steps = [
      () => visibility.touch(document, ['name']),
      () => visibility.markVisited('rows'),
      () => visibility.submit(),
      () => visibility.reset(),
    ];
    for (const step of steps) {
      await step();
      versions.push(visibility.version());
    }
    expect(listener).toHaveBeenCalledTimes(4);
    expect(new Set(versions).size).toBe(5);
    leave();
    visibility.touch(document, ['other']);
    expect(listener).toHaveBeenCalledTimes(4);
  });

  test('are not called if a field or section is left a second time', () => {
    const visibility = scene();
    visibility.touch(document, ['name']);
    visibility.markVisited('rows');
    const listener = vi.fn<() => void>();
    visibility.subscribe(listener);
    visibility.touch(document, ['name']);
    visibility.markVisited('rows');
    expect(listener).not.toHaveBeenCalled();
  });
});
