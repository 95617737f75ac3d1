import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HttpError } from '../http/errors.ts';
import { northPlace as place } from '../session/place.fixture.ts';
import { changeSession } from '../session/session.ts';
import { askAgainAt } from './ask-again.ts';
import type { RequestSignIn } from './connection.ts';

const refused = (status: number, code = 'APIGW.0301') =>
  new HttpError({
    status,
    code,
    message: 'no',
    requestId: undefined,
    reason: '',
    retryAfterS: undefined,
    clockOffsetMs: undefined,
  });
const requestSignIn = vi.fn<RequestSignIn>();
const failing = (error: Error) => vi.fn<() => Promise<string>>().mockRejectedValue(error);

beforeEach(() => {
  const { targetId, projectId, edition } = place;
  changeSession({ targetId, projectId, edition, token: 'old' });
  requestSignIn.mockReset().mockResolvedValue(true);
});
afterEach(() => changeSession({ token: '' }));

test('after a refused token the user signs in, and the request runs once more', async () => {
  const run = failing(refused(403));
  run.mockRejectedValueOnce(refused(401)).mockResolvedValueOnce('done');
  expect(await askAgainAt(place, requestSignIn)(run)).toBe('done');
  expect(run).toHaveBeenCalledTimes(2);
  expect(requestSignIn).toHaveBeenCalledWith(
    'token',
    place,
    expect.objectContaining({ status: 401 }),
  );
});

test('a request that is refused again after the sign-in fails', async () => {
  const run = failing(refused(401));
  await expect(askAgainAt(place, requestSignIn)(run)).rejects.toMatchObject({ status: 401 });
  expect(run).toHaveBeenCalledTimes(2);
});

test('a user who cancels is not asked again, until there is another token', async () => {
  requestSignIn.mockResolvedValue(false);
  const ask = askAgainAt(place, requestSignIn);
  const run = failing(refused(401));
  for (let time = 0; time < 2; time++)
    await expect(ask(run)).rejects.toMatchObject({ status: 401 });
  expect(requestSignIn).toHaveBeenCalledTimes(1);
  expect(run).toHaveBeenCalledTimes(2);
  changeSession({ token: 'new' });
  await expect(ask(run)).rejects.toMatchObject({ status: 401 });
  expect(requestSignIn).toHaveBeenCalledTimes(2);
});

test('other errors, and a target without a token of the user, ask for nothing', async () => {
  const ask = askAgainAt(place, requestSignIn);
  await expect(ask(failing(refused(403)))).rejects.toMatchObject({ status: 403 });
  const mock = { ...place, targetId: 'mock', kind: 'mock', needsToken: false } as const;
  await expect(askAgainAt(mock, requestSignIn)(failing(refused(401)))).rejects.toBeDefined();
  expect(requestSignIn).not.toHaveBeenCalled();
  await askAgainAt(
    mock,
    requestSignIn,
  )(failing(refused(401, 'BUILDER.access_needed'))).catch(() => undefined);
  expect(requestSignIn).toHaveBeenCalledWith('access', mock, expect.anything());
});
