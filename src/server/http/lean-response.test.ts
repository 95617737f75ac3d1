import { describe, expect, it } from 'vitest';
import { respond, respondJson, withHeaders } from './lean-response.ts';

const more = { a: 'frame', b: 'frame' };

describe('an answer made of its parts', () => {
  it('is a Response like any other', async () => {
    const answer = respondJson({ one: 1 }, 503);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      503,
      'application/json; charset=utf-8',
      '{"one":1}',
    ]);
  });

  it('keeps its own headers where others are added', async () => {
    const answer = withHeaders(respond({ status: 200, headers: { a: 'own' }, body: 'x' }), more);
    expect([answer.headers.get('a'), answer.headers.get('b')]).toEqual(['own', 'frame']);
    expect(await answer.text()).toBe('x');
  });

  it('may have no body', () => {
    const answer = withHeaders(respond({ status: 204, headers: {}, body: null }), more);
    expect([answer.status, answer.body]).toEqual([204, null]);
  });
});

it('a Response of others gets the headers as well, and keeps its own', async () => {
  const answer = withHeaders(new Response('x', { status: 404, headers: { a: 'own' } }), more);
  expect([answer.status, answer.headers.get('a'), answer.headers.get('b')]).toEqual([
    404,
    'own',
    'frame',
  ]);
  expect(await answer.text()).toBe('x');
});
