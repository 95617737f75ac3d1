import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { northTarget } from '#src/client/connection/connection.testing.ts';
import { placeOf } from '#src/client/session/place.ts';
import { getSession } from '#src/client/session/session.ts';
import { useStart } from './use-start.ts';

afterEach(() => replaceClient());

const onStarted = vi.fn<() => void>();
const onShow = vi.fn<(id: string) => void>();

function Start() {
  const { start } = useStart({ onStarted, onShow });
  return (
    <button type="button" onClick={() => void start(placeOf(northTarget, getSession()), {})}>
      Start
    </button>
  );
}

test('a started rollout is shown, unless the person is on another page by then', async () => {
  let answerLate!: (response: Response) => void;
  const late = new Promise<Response>((resolve) => (answerLate = resolve));
  const answers = [Response.json({ id: 'rollout-1' }), late];
  answerRequests(() => answers.shift());
  const { unmount } = await render(<Start />);
  await page.getByRole('button').click();
  await expect.poll(() => onShow.mock.calls).toEqual([['rollout-1']]);
  await page.getByRole('button').click();
  await expect.poll(() => answers).toEqual([]);
  await unmount();
  answerLate(Response.json({ id: 'rollout-2' }));
  await expect.poll(() => onStarted.mock.calls.length).toBe(2);
  expect(onShow).toHaveBeenCalledOnce();
});
