import { describe, expect, it } from 'vitest';
import { createMockScene, makeBody, DEPLOYMENTS } from '#src/server/scene.fixture.ts';
import { createSeededIds } from './seeded-ids.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('seeded ids', () => {
  it('have the form of a UUID and are unique', () => {
    const newId = createSeededIds('a');
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.every((id) => UUID.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });

  it('depend only on the seed', () => {
    const [one, same, other] = ['a', 'a', 'b'].map(createSeededIds);
    const first = one!();
    expect(same!()).toBe(first);
    expect(other!()).not.toBe(first);
  });
});

describe('a mock with a seed', () => {
  async function play(seed: string) {
    const { ask, clock } = createMockScene({ seed });
    const responses = [await ask('POST', DEPLOYMENTS, makeBody('one', {}))];
    clock.move(5_000);
    responses.push(await ask('POST', DEPLOYMENTS, makeBody('two')));
    const id = String(responses[1]!.json.id);
    responses.push(
      await ask('GET', DEPLOYMENTS.replace('deployments', `pods?deployment_id=${id}`)),
    );
    responses.push(await ask('DELETE', `${DEPLOYMENTS}/${id}`));
    responses.push(await ask('GET', DEPLOYMENTS));
    return responses.map(({ status, text, headers }) => [
      status,
      text,
      headers.get('x-request-id'),
    ]);
  }

  it('gives the same responses to the same requests at the same times', async () => {
    const first = await play('7');
    expect(first.map(([status]) => status)).toEqual([200, 200, 200, 204, 200]);
    expect(await play('7')).toEqual(first);
    expect(await play('8')).not.toEqual(first);
  });
});
