import { expect, test } from 'vitest';
import { addFiles, emptyInput } from './import-input.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

test('the file becomes the text, and env files accompany it', async () => {
  const files = [file('.env', 'A=1'), file('compose.yaml', 'services: {}'), file('web.env', 'B=2')];
  expect(await addFiles(emptyInput, files)).toEqual({
    text: 'services: {}',
    fileName: 'compose.yaml',
    files: [
      { name: '.env', text: 'A=1' },
      { name: 'web.env', text: 'B=2' },
    ],
    problems: [],
  });
});

test('an env file without anything else is the text', async () => {
  const { text, files } = await addFiles(emptyInput, [file('.env.local', 'A=1')]);
  expect(text).toBe('A=1');
  expect(files).toEqual([]);
});

test('adding an env file keeps the text and replaces the env file of the same name', async () => {
  const before = { text: 'services: {}', files: [{ name: '.env', text: 'A=1' }], problems: [] };
  expect(await addFiles(before, [file('.env', 'A=2')])).toEqual({
    text: 'services: {}',
    files: [{ name: '.env', text: 'A=2' }],
    problems: [],
  });
});

test('reads UTF-16 with a byte order mark, as PowerShell writes it', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0, 0x3d, 0, 0x31, 0]);
  expect((await addFiles(emptyInput, [file('a.txt', bytes)])).text).toBe('A=1');
});

test.each([
  ['invalid UTF-8', new Uint8Array([0x41, 0xff, 0x42])],
  ['a zero byte', new Uint8Array([0x41, 0, 0x42])],
])('refuses a file with %s and keeps the text', async (_what, bytes) => {
  const before = { ...emptyInput, text: 'kept' };
  expect(await addFiles(before, [file('logo.png', bytes)])).toEqual({
    text: 'kept',
    files: [],
    problems: [{ kind: 'notText', name: 'logo.png' }],
  });
});

test('refuses a large file without reading it', async () => {
  const large = { name: 'disk.img', size: 2 ** 40, arrayBuffer: () => Promise.reject(new Error()) };
  expect((await addFiles(emptyInput, [large])).problems).toEqual([
    { kind: 'tooLarge', name: 'disk.img' },
  ]);
});
