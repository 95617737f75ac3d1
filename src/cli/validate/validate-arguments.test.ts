import { describe, expect, test } from 'vitest';
import { readValidateArguments } from './validate-arguments.ts';

describe('the arguments', () => {
  test('have defaults; without a file, standard input is read', () => {
    expect(readValidateArguments([])).toEqual({
      kind: 'run',
      language: 'en',
      settings: {
        files: ['-'],
        edition: 'professional',
        generation: '2024-04',
        language: 'en',
        asJson: false,
        isStrict: false,
      },
    });
  });

  test('may have options and files in any order; the last of repeated options counts, and each file once', () => {
    const args = ['a.json', '--edition', 'platinum', '--json', 'b.json', '--lang=zh', 'a.json'];
    expect(
      readValidateArguments([...args, '--generation=2024-04', '--strict', '--generation', '2025']),
    ).toEqual({
      kind: 'run',
      language: 'zh',
      settings: {
        files: ['a.json', 'b.json'],
        edition: 'platinum',
        generation: '2025',
        language: 'zh',
        asJson: true,
        isStrict: true,
      },
    });
  });

  test('treat everything after -- as files', () => {
    expect(readValidateArguments(['--', '--json', '-'])).toMatchObject({
      settings: { files: ['--json', '-'], asJson: false },
    });
  });

  test.each([
    [['--bogus'], '--bogus'],
    [['--bogus=1'], '--bogus'],
    [['-x'], '-x'],
    [['--toString'], '--toString'],
    [['--edition'], 'professional or platinum'],
    [['--edition', '--json'], 'professional or platinum'],
    [['--edition', 'gold'], '“gold”'],
    [['--edition='], '“”'],
    [['--generation', '2024'], '2024-04 or 2025'],
    [['--lang', 'de'], 'en or zh'],
    [['--json=yes'], 'takes no value'],
  ])('%j are refused, with the reason', (args, words) => {
    const request = readValidateArguments(args);
    expect(request).toMatchObject({ kind: 'usage-error', language: 'en' });
    expect(request).toHaveProperty('message.en', expect.stringContaining(words));
  });

  test('choose the language of error messages, even after the mistake', () => {
    expect(readValidateArguments(['--bogus', '--lang', 'zh'])).toMatchObject({
      kind: 'usage-error',
      language: 'zh',
    });
  });

  test('ask for help or the version before anything else', () => {
    expect(readValidateArguments(['--bogus', '-h'])).toEqual({ kind: 'help', language: 'en' });
    expect(readValidateArguments(['--help', '--lang', 'zh'])).toEqual({
      kind: 'help',
      language: 'zh',
    });
    expect(readValidateArguments(['a.json', '-v'])).toEqual({ kind: 'version' });
  });
});
