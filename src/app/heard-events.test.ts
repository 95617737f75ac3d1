import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hearLess, unheard } from './heard-events.ts';

const root = join(import.meta.dirname, '../..');
/** What React is asked for by those who want one of these events. */
const handlers = ['KeyPress', 'TextInput', 'BeforeInput', 'Select', 'Scroll', 'ScrollEnd']
  .concat(['CompositionStart', 'CompositionUpdate', 'CompositionEnd'])
  .map((name) => `on${name}`);
const asking = new RegExp(String.raw`\b(?:${handlers.join('|')})(?:Capture)?\b`, 'g');

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
  });

  test('are told by the pattern from others', () => {
    expect('onScroll={look}'.match(asking)).toEqual(['onScroll']);
    expect('onSelectCapture={x}'.match(asking)).toEqual(['onSelectCapture']);
    expect('onSelected={x} onKeyDown={y}'.match(asking)).toBeNull();
  });
});
