import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { nodesQuery } from '../queries/resources.ts';
import { getSession } from '../session/session.ts';
import { openConnection } from './open-connection.ts';
import type { ConnectionReader } from './connection-state.ts';

const OTHER = '11111111111111111111111111111111';
const mock = { id: 'mock', label: 'Embedded mock', kind: 'mock', auth: 'none' };
const live = { id: 'live', label: 'Live one', kind: 'live', auth: 'token', projectId: OTHER };
const held = { id: 'held', label: 'Held', kind: 'live', auth: 'password' };

let answers: Record<string, () => Response>;
let requested: string[];
let reader: ConnectionReader | undefined;
const onTargetGone = vi.fn<(id: string, instead: { id: string }) => void>();

beforeEach(async () => {
  const { changeSession } = await import('../session/session.ts');
  changeSession({ targetId: 'mock', projectId: OTHER, edition: 'professional', token: '' });
  requested = [];
  onTargetGone.mockClear();
  answers = {
    '/api/targets': () => Response.json({ targets: [mock, live, held] }),
    '/api/session': () => Response.json({ state: 'open', kind: null }),
    nodes: () => Response.json({ nodes: [{ id: 'n1', name: 'one' }], count: 1 }),
  };
  answerRequests(async (path: string) => {
    const name = path.startsWith('/api') ? path : (/edgemgr\/(\w+)/.exec(path)?.[1] ?? path);
    requested.push(
      path.startsWith('/api') ? path : (/^\/ief\/(\w+)/.exec(path)?.[1] ?? '') + ' ' + name,
    );
    const empty = { [name]: [], count: 0 };
    return answers[name]?.() ?? Response.json(empty);
  });
});
afterEach(() => {
  reader?.close();
  replaceClient();
});

function open(): ConnectionReader {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  reader = openConnection(client, { onTargetGone });
  return reader;
}

test('reads the targets, and the lists of the chosen target', async () => {
  const connection = open();
  await expect.poll(() => connection.get().lists.nodes?.records).toHaveLength(1);
  expect(connection.get().target?.id).toBe('mock');
  expect(requested).toContain('mock deployments');
  expect(requested.filter((request) => request.includes('groups'))).toEqual([]);
});

test('notifies only of changes, and returns the same object in between', async () => {
  const connection = open();
  await expect.poll(() => connection.get().lists.deployments).toEqual([]);
  const before = connection.get();
  const onChange = vi.fn<() => void>();
  connection.subscribe(onChange);
  const { changeSession } = await import('../session/session.ts');
  changeSession({ generation: '2025' });
  expect(connection.get()).toBe(before);
  expect(onChange).not.toHaveBeenCalled();
});

test('replaces a missing target with the first one and adopts its configuration', async () => {
  const { changeSession } = await import('../session/session.ts');
  answers['/api/targets'] = () => Response.json({ targets: [{ ...live, edition: 'platinum' }] });
  changeSession({ targetId: 'gone', projectId: '0'.repeat(32) });
  open();
  await expect.poll(() => getSession().targetId).toBe('live');
  expect(getSession()).toMatchObject({ projectId: OTHER, edition: 'platinum' });
  expect(onTargetGone).toHaveBeenCalledExactlyOnceWith(
    'gone',
    expect.objectContaining({ id: 'live' }),
  );
});

test('does not read the lists of a target before there is a token', async () => {
  const { changeSession } = await import('../session/session.ts');
  changeSession({ targetId: 'live' });
  const connection = open();
  await expect.poll(() => connection.get().target?.id).toBe('live');
  expect(requested.filter((request) => request.startsWith('live'))).toEqual([]);
  changeSession({ token: 'a-token' });
  await expect.poll(() => connection.get().lists.nodes?.records).toHaveLength(1);
});

test('reads the lists again with another token', async () => {
  const { changeSession } = await import('../session/session.ts');
  changeSession({ targetId: 'live', token: 'first' });
  const connection = open();
  await expect.poll(() => connection.get().lists.nodes?.records).toHaveLength(1);
  answers.nodes = () => Response.json({ nodes: [], count: 0 });
  changeSession({ token: 'second' });
  await expect.poll(() => connection.get().lists.nodes?.records).toEqual([]);
});

test('reports the sign-in that a refused list requires, and reads the access state again', async () => {
  const { changeSession } = await import('../session/session.ts');
  const refused = { error_code: 'BUILDER.access_needed', error_msg: 'no session' };
  let state = 'granted';
  answers['/api/session'] = () => Response.json({ state, kind: 'access' });
  answers.nodes = () => {
    state = 'locked';
    return Response.json(refused, { status: 401 });
  };
  changeSession({ targetId: 'held' });
  const connection = open();
  await expect.poll(() => connection.get().access?.state).toBe('locked');
  expect(connection.get().hasAccessEnded).toBe(true);
});

test('reports why the targets could not be loaded, and retries', async () => {
  answers['/api/targets'] = () => new Response('no', { status: 500 });
  const connection = open();
  await vi.waitFor(() => expect(connection.get().error).not.toBeNull());
  answers['/api/targets'] = () => Response.json({ targets: [mock] });
  connection.retry();
  await expect.poll(() => connection.get().target?.id).toBe('mock');
  expect(connection.get().error).toBeNull();
});

test('reads a list at the place of its key, without a token for another place', async () => {
  const { changeSession } = await import('../session/session.ts');
  changeSession({ targetId: 'live', token: 'for-live' });
  const requests: [string, string | null][] = [];
  answerRequests(async (path: string, { headers }: RequestInit) => {
    requests.push([path, new Headers(headers).get('X-Auth-Token')]);
    return Response.json({ nodes: [], count: 0 });
  });
  const live = getSession();
  changeSession({ targetId: 'held', token: 'for-held' });
  const held = getSession();
  const client = new QueryClient();
  await client.fetchQuery(nodesQuery(live));
  await client.fetchQuery(nodesQuery(held));
  expect(requests).toEqual([
    [expect.stringMatching(/^\/ief\/live\//), null],
    [expect.stringMatching(/^\/ief\/held\//), 'for-held'],
  ]);
});
