import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { allNodesQuery } from './all-nodes.ts';

afterEach(() => replaceClient());

/** Answers with the pages in order, each with `count`, and reads all nodes. */
async function readPages(pages: readonly (readonly string[])[], count: number) {
  const offsets: (string | null)[] = [];
  answerRequests(async (path: string) => {
    const page = pages[offsets.length] ?? [];
    offsets.push(new URL(path, 'http://localhost').searchParams.get('offset'));
    return Response.json({ count, nodes: page.map((name) => ({ id: name, name })) });
  });
  const { records, isComplete } = await new QueryClient().fetchQuery(allNodesQuery(getSession()));
  return { names: records.map(({ name }) => name), isComplete, offsets };
}

test('pages that are shorter than requested are followed to the end, in the order of the names', async () => {
  const pages = [
    ['node-10', 'node-2'],
    ['node-1', 'node-2'],
  ];
  expect(await readPages(pages, 4)).toEqual({
    names: ['node-1', 'node-2', 'node-10'],
    isComplete: true,
    offsets: [null, '2'],
  });
});

test('a list that repeats its page is not complete', async () => {
  const { names, isComplete } = await readPages([['a'], ['a'], ['b']], 3);
  expect(names).toEqual(['a']);
  expect(isComplete).toBe(false);
});
