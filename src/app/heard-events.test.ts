import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hearLess, isMereText, unheard } from './heard-events.ts';

const root = join(import.meta.dirname, '../..');
/** What React is asked for by those who want one of these events. */
const handlers = ['KeyPress', 'TextInput', 'BeforeInput', 'Select', 'Scroll', 'ScrollEnd']
  .concat(['CompositionStart', 'CompositionUpdate', 'CompositionEnd'])
  .map((name) => `on${name}`);
const asking = new RegExp(String.raw`\b(?:${handlers.join('|')}|on[A-Z]\w*Capture)\b`, 'g');

const filesBelow = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));

const pageFiles = filesBelow('src', /(?<!\.test)\.tsx?$/);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The parts of MUI that the page asks for, and those that they ask for. */
function muiParts(): ReadonlySet<string> {
  const parts = new Set<string>();
  const add = (text: string, wanted: RegExp) => {
    for (const [, name = ''] of text.matchAll(wanted)) {
      if (parts.has(name) || name === 'styles') continue;
      parts.add(name);
      for (const path of filesBelow(`node_modules/@mui/material/${name}`, /\.mjs$/))
        add(textOf(path), /from "\.\.\/(\w+)\//g);
    }
  };
  for (const path of pageFiles) add(textOf(path), /'@mui\/material\/(\w+)'/g);
  return parts;
}

test('a target that hears less takes no listener on the way down', () => {
  const target = new EventTarget();
  hearLess(target);
  const heard: string[] = [];
  for (const options of [true, { capture: true }, false, { capture: false }, {}, undefined])
    target.addEventListener('input', () => heard.push(JSON.stringify(options)), options);
  target.dispatchEvent(new Event('input'));
  expect(heard).toEqual(['false', '{"capture":false}', '{}', undefined]);
});

describe('a key in a text', () => {
  const input = (type: string) => ({ tagName: 'INPUT', type });
  const texts = [{ tagName: 'TEXTAREA', type: 'textarea' }, input('text'), input('number')];
  const others = [input('checkbox'), input('radio'), { tagName: 'SELECT' }, { tagName: 'BUTTON' }];
  const none = { ctrlKey: false, altKey: false, metaKey: false };
  const press = (type: string, key: string, target: object, held = {}) =>
    isMereText({ type, key, target, ...none, ...held } as KeyboardEvent);

  test.each(texts)('is mere text if it is a sign or let go: %o', (target) => {
    for (const key of ['a', 'A', ' ', '漢', '€']) expect(press('keydown', key, target)).toBe(true);
    for (const key of ['a', 'Enter', 'Shift']) expect(press('keyup', key, target)).toBe(true);
    for (const key of ['Enter', 'Tab', 'Escape', 'ArrowUp', 'Process', 'Dead'])
      expect(press('keydown', key, target)).toBe(false);
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(press('keydown', 'z', target, { [held]: true })).toBe(false);
  });

  test.each(others)('elsewhere is none: %o', (target) => {
    for (const type of ['keydown', 'keyup'])
      for (const key of [' ', 'a', 'Enter']) expect(press(type, key, target)).toBe(false);
  });

  test('is kept from listeners of keys alone', () => {
    const target = Object.assign(new EventTarget(), input('text'));
    hearLess(target);
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'input'])
      target.addEventListener(type, () => heard.push(type));
    const tell = (type: string, key: string) =>
      target.dispatchEvent(Object.assign(new Event(type), { key, ...none }));
    for (const type of ['keydown', 'input', 'keyup']) tell(type, 'a');
    tell('keydown', 'Enter');
    expect(heard).toEqual(['input', 'keydown']);
  });
});

test('a target that hears less takes no listener for them, until that is undone', () => {
  const target = new EventTarget();
  const heard: string[] = [];
  const listen = () => {
    for (const type of ['input', ...unheard])
      target.addEventListener(type, () => heard.push(type), { once: true });
  };
  const tell = () => {
    for (const type of ['input', ...unheard]) target.dispatchEvent(new Event(type));
    return heard.splice(0);
  };
  const hearAll = hearLess(target);
  listen();
  expect(tell()).toEqual(['input']);
  hearAll();
  listen();
  expect(tell()).toEqual(['input', ...unheard]);
});

describe('events that React is not told of', () => {
  test('are those of the handlers below', () => {
    const named = handlers.map((name) => name.slice(2).toLowerCase());
    for (const type of unheard) {
      // Selections are told to `onSelect`.
      const name = type === 'selectionchange' ? 'select' : type.toLowerCase();
      expect(named).toContain(name);
    }
  });

  test('are asked for by no file of the page', () => {
    expect(pageFiles.length).toBeGreaterThan(300);
    const found = pageFiles.filter((path) => textOf(path).match(asking));
    expect(found).toEqual([]);
  });

  test('are asked for by no part of MUI that is used', () => {
    const parts = [...muiParts()].filter((name) => name !== 'themeCssVarsAugmentation');
    expect(parts).toContain('ButtonBase');
    expect(parts).toContain('Modal');
    const files = parts.flatMap((part) =>
      filesBelow(`node_modules/@mui/material/${part}`, /\.mjs$/),
    );
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((path) => textOf(path).match(asking))).toEqual([]);
    // These are asked for keys: none for letters that are typed into a text, or for keys let go in one.
    const withKeys = parts.filter((part) =>
      filesBelow(`node_modules/@mui/material/${part}`, /\.mjs$/).some((path) =>
        /\bonKey(?:Down|Up)\b/.test(textOf(path)),
      ),
    );
    expect(withKeys.toSorted()).toEqual(['ButtonBase', 'InputBase', 'Modal', 'utils']);
  });

  // Who is new here is not told of letters that are typed into a text.
  test('of keys are asked for by these alone', () => {
    const found = pageFiles.filter((path) => /\bonKey(?:Down|Up)\b/.test(textOf(path)));
    expect(found.map((path) => path.replace(/^.*\//, '')).toSorted()).toEqual([
      'EntryInputs.tsx',
      'SidePane.tsx',
      'StringsField.tsx',
      'SubmitRow.tsx',
      'TextControl.tsx',
      'use-history-keys.ts',
    ]);
  });

  test('are told by the pattern from others', () => {
    expect('onScroll={look}'.match(asking)).toEqual(['onScroll']);
    expect('onSelectCapture={x}'.match(asking)).toEqual(['onSelectCapture']);
    expect('onClickCapture={x}'.match(asking)).toEqual(['onClickCapture']);
    expect('onSelected={x} onKeyDown={y}'.match(asking)).toBeNull();
  });
});
