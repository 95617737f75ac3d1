import { expect, test } from 'vitest';
import type { Access } from './access.ts';
import { missingForLists } from './missing-for-lists.ts';
import type { Auth, Target } from '../targets/targets.ts';

const projectId = 'a'.repeat(32);
const professional = { projectId, edition: 'professional', instanceId: '', token: '' } as const;
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
  expect(missingForLists(listed, { ...professional, token }, granted)).toBe(missing);
});

test('the lists need a project', () => {
  expect(missingForLists(target('none'), { ...professional, projectId: 'odd' }, undefined)).toBe(
    'project',
  );
});

test('the lists of the platinum edition need an instance, unless the server or the mock has one', () => {
  const platinum = { ...professional, edition: 'platinum', token: 'token' } as const;
  const of = (listed: Target, instanceId = '') =>
    missingForLists(listed, { ...platinum, instanceId }, access('granted'));
  for (const auth of ['token', 'password'] as const) {
    expect(of(target(auth))).toBe('instance');
    expect(of(target(auth), 'instance-1')).toBeUndefined();
    expect(of({ ...target(auth), edition: 'platinum' })).toBeUndefined();
  }
  expect(of(target('none'))).toBeUndefined();
});
