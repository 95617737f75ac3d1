import { describe, expect, test, vi } from 'vitest';
import { insertAt, moveMember, setIn } from '#src/document/edits.ts';
import { rowId } from '#src/document/identity.ts';
import { createAttention, everything, type Marks } from './attention.ts';

const document = { name: '', other: '', rows: [{ name: '' }, { name: '' }] };

/** Sections are named by the first key. */
const scene = () => createAttention((path) => String(path[0]));

describe('a problem is shown', () => {
  test('nowhere at first', () => {
    expect(scene().isShown(document, ['name'])).toBe(false);
  });

  test('at a field that was left, and at no other', () => {
    const attention = scene();
    attention.touch(document, ['rows', 0, 'name']);
    expect(attention.isShown(document, ['rows', 0, 'name'])).toBe(true);
    expect(attention.isShown(document, ['rows', 1, 'name'])).toBe(false);
    expect(attention.isShown(document, ['rows', 0])).toBe(false);
  });

  test('at a field that was left, wherever its row moved', () => {
    const attention = scene();
    attention.touch(document, ['rows', 0, 'name']);
    const moved = setIn(document, ['rows'], moveMember(document.rows, 0, 1));
    expect(attention.isShown(moved, ['rows', 1, 'name'])).toBe(true);
    expect(attention.isShown(moved, ['rows', 0, 'name'])).toBe(false);
  });

  test('in a section that was left', () => {
    const attention = scene();
    attention.reveal('rows');
    expect(attention.isShown(document, ['rows', 1, 'name'])).toBe(true);
    expect(attention.isShown(document, ['name'])).toBe(false);
    expect([attention.isRevealed('rows'), attention.isRevealed('name')]).toEqual([true, false]);
  });

  test('everywhere after Submit', () => {
    const attention = scene();
    attention.reveal(everything);
    expect(attention.isShown(document, ['name'])).toBe(true);
    expect(attention.isShown(document, ['rows', 1, 'name'])).toBe(true);
    expect(attention.isRevealed('any')).toBe(true);
  });

  test('nowhere after reset', () => {
    const attention = scene();
    attention.touch(document, ['name']);
    attention.reveal(everything);
    attention.reset();
    expect(attention.isShown(document, ['name'])).toBe(false);
    expect(attention.isRevealed('rows')).toBe(false);
  });
});

describe('a wrong value is shown', () => {
  test('at once, unlike a missing one', () => {
    expect(scene().isShown(document, ['name'], false)).toBe(true);
    expect(scene().isShown(document, ['name'], true)).toBe(false);
  });

  test('once its field is left, if the person is typing it for the first time', () => {
    const attention = scene();
    attention.hold(document, ['name']);
    expect(attention.isShown(document, ['name'], false)).toBe(false);
    expect(attention.isShown(document, ['other'], false)).toBe(true);
    attention.touch(document, ['name']);
    expect(attention.isShown(document, ['name'], false)).toBe(true);
    attention.hold(document, ['name']);
    expect(attention.isShown(document, ['name'], false)).toBe(true);
  });

  test('while it is typed, if its section was left', () => {
    const attention = scene();
    attention.hold(document, ['name']);
    attention.reveal('name');
    expect(attention.isShown(document, ['name'], false)).toBe(true);
  });
});

describe('marks', () => {
  test('bring back sections and fields, wherever their rows moved', () => {
    const attention = scene();
    attention.reveal('other');
    attention.touch(document, ['name']);
    attention.touch(document, ['rows', 0, 'name']);
    const moved = setIn(document, ['rows'], moveMember(document.rows, 0, 1));
    const marks = JSON.parse(JSON.stringify(attention.marks(moved))) as Marks;
    // After a reload the rows are other objects.
    const reloaded = structuredClone(moved);
    const restored = createAttention((path) => String(path[0]), undefined, {
      document: reloaded,
      marks,
    });
    expect(restored.isRevealed('other')).toBe(true);
    expect(restored.isRevealed('name')).toBe(false);
    expect(restored.isShown(reloaded, ['name'])).toBe(true);
    expect(restored.isShown(reloaded, ['rows', 1, 'name'])).toBe(true);
    expect(restored.isShown(reloaded, ['rows', 0, 'name'])).toBe(false);
  });

  test('take the place of others when another document is opened', () => {
    const attention = scene();
    attention.reveal('name');
    attention.reset({ document, marks: { sections: ['other'], fields: [['rows', 0]] } });
    expect(attention.marks(document)).toEqual({ sections: ['other'], fields: [['rows', 0]] });
  });

  test('are empty at first, after a reset, and leave out rows that are gone', () => {
    const attention = scene();
    attention.touch(document, ['rows', 0, 'name']);
    expect(attention.marks(setIn(document, ['rows'], [])).fields).toEqual([]);
    attention.reveal(everything);
    attention.reset();
    expect(attention.marks(document)).toEqual({ sections: [], fields: [] });
  });
});

describe('a row that was just added', () => {
  /** Everything is revealed, then a row comes. */
  function added() {
    const attention = scene();
    attention.reveal(everything);
    const row = { name: '' };
    attention.welcome(rowId(row));
    return { attention, grown: setIn(document, ['rows'], insertAt(document.rows, 1, row)) };
  }

  test('is quiet, its neighbours are not', () => {
    const { attention, grown } = added();
    expect(attention.isShown(grown, ['rows', 1, 'name'])).toBe(false);
    expect(attention.isShown(grown, ['rows', 0, 'name'])).toBe(true);
    expect(attention.isShown(grown, ['rows', 2, 'name'])).toBe(true);
  });

  test('stays quiet while it is typed in', () => {
    const { attention, grown } = added();
    const typed = setIn(grown, ['rows', 1, 'name'], 'x');
    expect(attention.isShown(typed, ['rows', 1, 'name'])).toBe(false);
  });

  test('is quiet about wrong values too', () => {
    const { attention, grown } = added();
    expect(attention.isShown(grown, ['rows', 1, 'name'], false)).toBe(false);
  });

  test('speaks where its own field was left', () => {
    const { attention, grown } = added();
    attention.touch(grown, ['rows', 1, 'name']);
    expect(attention.isShown(grown, ['rows', 1, 'name'])).toBe(true);
    expect(attention.isShown(grown, ['rows', 1, 'value'])).toBe(false);
  });

  test('speaks at the next Submit, though everything was revealed before', () => {
    const { attention, grown } = added();
    attention.reveal(everything);
    expect(attention.isShown(grown, ['rows', 1, 'name'])).toBe(true);
  });
});

describe('listeners', () => {
  test('are told once of each change, with a new version, and not of what is known', () => {
    const attention = scene();
    const listener = vi.fn<() => void>();
    const leave = attention.subscribe(listener);
    const versions = [attention.version()];
    const steps = [
      () => attention.touch(document, ['name']),
      () => attention.reveal('rows'),
      () => attention.reveal(everything),
      () => attention.reset(),
    ];
    for (const step of steps) {
      step();
      versions.push(attention.version());
    }
    expect(listener).toHaveBeenCalledTimes(4);
    expect(new Set(versions).size).toBe(5);
    leave();
    attention.touch(document, ['other']);
    expect(listener).toHaveBeenCalledTimes(4);
  });

  test('hear nothing of a field left twice or a section revealed twice', () => {
    const attention = scene();
    attention.touch(document, ['name']);
    attention.reveal('rows');
    const listener = vi.fn<() => void>();
    attention.subscribe(listener);
    attention.touch(document, ['name']);
    attention.reveal('rows');
    expect(listener).not.toHaveBeenCalled();
  });
});
