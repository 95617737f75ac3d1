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

  test('at a field that was left, and at no other', () => {
    const visibility = scene();
    visibility.touch(document, ['rows', 0, 'name']);
    expect(visibility.isShown(document, ['rows', 0, 'name'])).toBe(true);
    expect(visibility.isShown(document, ['rows', 1, 'name'])).toBe(false);
    expect(visibility.isShown(document, ['rows', 0])).toBe(false);
  });

  test('at a field that was left, wherever its row moved', () => {
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

  test('once its field is left, if the person is typing it for the first time', () => {
    const visibility = scene();
    visibility.startTyping(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(false);
    expect(visibility.isShown(document, ['other'], false)).toBe(true);
    visibility.touch(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
    visibility.startTyping(document, ['name']);
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
  });

  test('while it is typed, if its section was left', () => {
    const visibility = scene();
    visibility.startTyping(document, ['name']);
    visibility.markVisited('name');
    expect(visibility.isShown(document, ['name'], false)).toBe(true);
  });
});

describe('marks', () => {
  test('bring back sections and fields, wherever their rows moved', () => {
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

  test('take the place of others when another document is opened', () => {
    const visibility = scene();
    visibility.markVisited('name');
    visibility.reset({ document, marks: { sections: ['other'], fields: [['rows', 0]] } });
    expect(visibility.marks(document)).toEqual({ sections: ['other'], fields: [['rows', 0]] });
  });

  test('are empty at first, after a reset, and leave out rows that are gone', async () => {
    const visibility = scene();
    visibility.touch(document, ['rows', 0, 'name']);
    expect(visibility.marks(setIn(document, ['rows'], [])).fields).toEqual([]);
    await visibility.submit();
    visibility.reset();
    expect(visibility.marks(document)).toEqual({ sections: [], fields: [] });
  });
});

describe('a row that was just added', () => {
  /** Everything is revealed, then a row comes. */
  async function added() {
    const visibility = scene();
    await visibility.submit();
    const row = { name: '' };
    visibility.markNew(rowId(row));
    return { visibility, grown: setIn(document, ['rows'], insertAt(document.rows, 1, row)) };
  }

  test('is quiet, its neighbours are not', async () => {
    const { visibility, grown } = await added();
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(false);
    expect(visibility.isShown(grown, ['rows', 0, 'name'])).toBe(true);
    expect(visibility.isShown(grown, ['rows', 2, 'name'])).toBe(true);
  });

  test('stays quiet while it is typed in', async () => {
    const { visibility, grown } = await added();
    const typed = setIn(grown, ['rows', 1, 'name'], 'x');
    expect(visibility.isShown(typed, ['rows', 1, 'name'])).toBe(false);
  });

  test('is quiet about wrong values too', async () => {
    const { visibility, grown } = await added();
    expect(visibility.isShown(grown, ['rows', 1, 'name'], false)).toBe(false);
  });

  test('speaks where its own field was left', async () => {
    const { visibility, grown } = await added();
    visibility.touch(grown, ['rows', 1, 'name']);
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(true);
    expect(visibility.isShown(grown, ['rows', 1, 'value'])).toBe(false);
  });

  test('speaks at the next Submit, though everything was revealed before', async () => {
    const { visibility, grown } = await added();
    await visibility.submit();
    expect(visibility.isShown(grown, ['rows', 1, 'name'])).toBe(true);
  });
});

describe('listeners', () => {
  test('are told once of each change, with a new version, and not of what is known', async () => {
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

  test('hear nothing of a field left twice or a section revealed twice', () => {
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
