import { expect, test } from 'vitest';
import type { Access } from './access.ts';
import { missingForLists } from './missing-for-lists.ts';
import type { Auth, Target } from '../targets/targets.ts';

const projectId = 'a'.repeat(32);
const target = (auth: Auth): Target => ({
  id: 'one',
  label: 'One',
  kind: auth === 'none' ? 'mock' : 'live',
  region: '',
  edition: 'professional',
  projectId: undefined,
  auth,
});
const access = (state: Access['state']): Access => ({ state, kind: null, isLinkRefused: false });

test.each([
  ['a target nobody knows yet', undefined, 'token', undefined, 'target'],
  ['the mock', target('none'), '', access('open'), undefined],
  ['a person’s token that is missing', target('token'), '', access('open'), 'token'],
  ['a person’s token', target('token'), 'token', access('open'), undefined],
  [
    'a password of the server before it is known who may',
    target('password'),
    '',
    undefined,
    'target',
  ],
  ['a password of the server, locked', target('password'), 'token', access('locked'), 'access'],
  ['a key of the server, granted', target('aksk'), '', access('granted'), undefined],
] as const)('the lists of %s', (_what, one, token, granted, lack) => {
  expect(missingForLists(one, { projectId, token }, granted)).toBe(lack);
});

test('the lists need a project', () => {
  expect(missingForLists(target('none'), { projectId: 'odd', token: '' }, undefined)).toBe(
    'project',
  );
});
