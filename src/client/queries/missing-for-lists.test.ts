import { expect, test } from 'vitest';
import type { Access } from './access.ts';
import { missingForLists } from './missing-for-lists.ts';
import type { Auth, Target } from '../targets/targets.ts';

const projectId = 'a'.repeat(32);
const target = (auth: Auth): Target => ({
  id: 'target-1',
  label: 'Target 1',
  kind: auth === 'none' ? 'mock' : 'live',
  region: '',
  edition: 'professional',
  projectId: undefined,
  auth,
});
const access = (state: Access['state']): Access => ({ state, kind: null, isLinkRefused: false });

test.each([
  ['a target that is not loaded yet', undefined, 'token', undefined, 'target'],
  ['the mock', target('none'), '', access('open'), undefined],
  ['a target that needs a token, without one', target('token'), '', access('open'), 'token'],
  ['a target that needs a token, with one', target('token'), 'token', access('open'), undefined],
  [
    'a target with credentials of the server, while the access state is loading',
    target('password'),
    '',
    undefined,
    'target',
  ],
  [
    'a target with credentials of the server, locked',
    target('password'),
    'token',
    access('locked'),
    'access',
  ],
  [
    'a target with credentials of the server, granted',
    target('aksk'),
    '',
    access('granted'),
    undefined,
  ],
] as const)('the lists of %s', (_case, listed, token, granted, missing) => {
  expect(missingForLists(listed, { projectId, token }, granted)).toBe(missing);
});

test('the lists need a project', () => {
  expect(missingForLists(target('none'), { projectId: 'odd', token: '' }, undefined)).toBe(
    'project',
  );
});
