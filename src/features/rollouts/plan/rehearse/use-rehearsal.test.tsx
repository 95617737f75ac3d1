import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { northTarget } from '#src/client/connection/connection.testing.ts';
import { makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { placeOf } from '#src/client/session/place.ts';
import { getSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { RehearseCard } from './RehearseCard.tsx';
import { useRehearsal } from './use-rehearsal.ts';

afterEach(() => replaceClient());

function Rehearsing() {
  const rehearsal = useRehearsal();
  return (
    <RehearseCard
      rehearsal={rehearsal}
      hasMock
      isReady
      rows={[]}
      onStart={() => rehearsal.start(placeOf(northTarget, getSession()), {}, undefined)}
    />
  );
}

const refused = (status: number, code: string) =>
  Response.json({ error_code: code, error_msg: 'the reason' }, { status });

/** Renders the card on a server whose rehearsals are `rehearsal`; reports what is sent, with the number of each. */
async function renderCard(rehearsal: Record<string, Json>) {
  const server = {
    rehearsal,
    sent: [] as string[],
    poll: undefined as (() => Response) | undefined,
    abort: undefined as (() => Response) | undefined,
  };
  let started = 0;
  answerRequests((url, { method }) => {
    const path = url.slice(url.indexOf('/rollouts'));
    if (method !== 'GET') server.sent.push(path);
    if (path === '/rollouts') return Response.json({ id: `rehearsal-${++started}` });
    const [, , id] = path.split('/');
    if (path.includes('/nodes?')) return Response.json({ count: 0, nodes: [] });
    const answer = path.endsWith('/abort') ? server.abort : server.poll;
    return answer?.() ?? Response.json(makeRolloutJson({ ...server.rehearsal, id: id! }));
  });
  const view = await renderEditor(initialBody, <Rehearsing />);
  await page.getByLabelText('Fault', { exact: true }).selectOptions('None');
  return { ...view, server };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const abortOf = (n: number) => `/rollouts/rehearsal-${n}/abort`;
const stopped = { state: 'stopped', counts: { ready: 1, failed: 1, waiting: 4 } };

test('a rehearsal that stopped is aborted by the next one, or when the plan is left', async () => {
  const { server, unmount } = await renderCard(stopped);
  await button('Start rehearsal').click();
  await expect.element(page.getByText(/^Would stop in wave 1/)).toBeVisible();
  expect(server.sent).toEqual(['/rollouts']);
  await button('Start rehearsal').click();
  await expect.poll(() => server.sent).toEqual(['/rollouts', abortOf(1), '/rollouts']);
  await expect.element(page.getByText(/^Would stop in wave 1/)).toBeVisible();
  await unmount();
  await expect.poll(() => server.sent.slice(3)).toEqual([abortOf(2)]);
});

test('a rehearsal that a person opens is aborted only by the next one', async () => {
  const { server, unmount } = await renderCard(stopped);
  await button('Start rehearsal').click();
  await page.getByRole('link', { name: 'Show the rehearsal' }).click();
  await unmount();
  const next = await renderCard({ state: 'done', endedAt: '2026-11-29T09:00:00.000Z' });
  await button('Start rehearsal').click();
  await expect.poll(() => next.server.sent).toEqual([abortOf(1), '/rollouts']);
  expect(server.sent).toEqual(['/rollouts']);
  await expect.element(page.getByText(/^Would run to the end/)).toBeVisible();
  await next.unmount();
  expect(next.server.sent).toHaveLength(2);
});

test('a rehearsal that starts after the plan was left is aborted at once', async () => {
  const { server, unmount } = await renderCard({});
  let answerLate!: (response: Response) => void;
  answerRequests((url) => {
    server.sent.push(url.slice(url.indexOf('/rollouts')));
    if (url.endsWith('/rollouts')) return new Promise((resolve) => (answerLate = resolve));
    return Response.json(makeRolloutJson({ state: 'aborted' }));
  });
  await button('Start rehearsal').click();
  await expect.poll(() => server.sent).toEqual(['/rollouts']);
  await unmount();
  answerLate(Response.json({ id: 'rehearsal-1' }));
  await expect.poll(() => server.sent).toContain(abortOf(1));
});

test('a rehearsal that the server no longer has ends, and can be started again', async () => {
  const { server, unmount } = await renderCard({});
  server.poll = () => refused(404, 'BUILDER.not_found');
  await button('Start rehearsal').click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The rehearsal was removed from the server.');
  await expect.element(button('Start rehearsal')).toBeVisible();
  await unmount();
  expect(server.sent).toEqual(['/rollouts']);
});

test('a stop that fails says so, unless the rehearsal has ended meanwhile', async () => {
  const { server, unmount } = await renderCard({});
  server.abort = () => refused(503, 'BUILDER.store_failed');
  await button('Start rehearsal').click();
  await button('Stop rehearsal').click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The rehearsal was not stopped: the reason');
  server.abort = () => refused(409, 'BUILDER.rollout_state');
  server.rehearsal = { state: 'done', endedAt: '2026-11-29T09:00:00.000Z' };
  await button('Stop rehearsal').click();
  await expect.element(page.getByText(/^Would run to the end/)).toBeVisible();
  expect(page.getByRole('alert').query()).toBeNull();
  await unmount();
});
