import { expect, test } from 'vitest';
import type { Text } from '#src/domain/core/text.ts';
import type { PaletteCommand, CommandKind } from './palette-command.ts';
import { rankCommands } from './rank-commands.ts';

const command = (
  id: string,
  kind: CommandKind,
  title: Text,
  more: Partial<PaletteCommand> = {},
) => ({
  id,
  kind,
  title,
  run: () => {},
  ...more,
});

const commands: readonly PaletteCommand[] = [
  command('create', 'action', { en: 'Create', zh: '创建' }, { isListed: true }),
  command('new', 'action', { en: 'Start new', zh: '新建' }, { isListed: true }),
  command('env', 'field', {
    en: 'Container web › Environment variables',
    zh: '容器 web › 环境变量',
  }),
  command('probes', 'step', { en: 'Probes', zh: '探针' }, { isListed: true }),
  command('port', 'field', {
    en: 'Container web › Port 1 › Host port',
    zh: '容器 web › 端口 1 › 主机端口',
  }),
  command(
    'taken',
    'problem',
    { en: 'Container db › Port 1', zh: '容器 db › 端口 1' },
    { detail: { en: 'Host port 1883 is already used.', zh: '主机端口 1883 已被使用。' } },
  ),
];

const rank = (query: string, language: 'en' | 'zh' = 'en', limit = 10) =>
  rankCommands(commands, query, language, limit).map(({ id }) => id);

test('without a query, lists the commands that are meant to be listed', () => {
  expect(rank('')).toEqual(['create', 'new', 'probes']);
  expect(rank('   ')).toEqual(['create', 'new', 'probes']);
  expect(rank('', 'en', 2)).toEqual(['create', 'new']);
});

test.each([
  ['a start', 'cre', 'create'],
  ['another case and full-width letters', 'ＰＲＯＢＥＳ', 'probes'],
  ['the start of a word', 'environ', 'env'],
  ['words in any order', 'port host web', 'port'],
  ['letters in order at the start of words', 'envvar', 'env'],
  ['the other language', '探针', 'probes'],
  ['part of a Chinese word', '主机', 'port'],
  ['the message of a problem', '1883', 'taken'],
])('finds %s: %s', (_, query, id) => expect(rank(query)[0]).toBe(id));

test('a match in the language of the page comes first', () => {
  const both: readonly PaletteCommand[] = [
    command('other', 'action', { en: 'Apply', zh: 'import' }),
    command('own', 'action', { en: 'import', zh: '导入' }),
  ];
  expect(rankCommands(both, 'import', 'en', 5).map(({ id }) => id)).toEqual(['own', 'other']);
});

test('every word has to match, and scattered letters do not', () => {
  expect(rank('create nonsense')).toEqual([]);
  expect(rank('xyz')).toEqual([]);
  // c…e…a…e is in “Container web › Environment variables”, but not as parts of words.
  expect(rank('cvl')).toEqual([]);
});

test('the number of results is bounded', () => {
  expect(rank('p', 'en', 1)).toHaveLength(1);
});
