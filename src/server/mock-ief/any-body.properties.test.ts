import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import { anyChangeOf, fullBody, newerBody } from '#src/domain/deployment/bodies.testing.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { anyJudgedBody } from '#src/domain/deployment/valid-bodies.testing.ts';
import { createMockScene, DEPLOYMENTS } from '#src/server/scene.fixture.ts';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';

const platinum = { 'ief-instance-id': 'an-instance' };

test('the mock never returns 500 for any JSON value', { timeout: PROPERTY_MS }, async () => {
  const bodies = fc.oneof(fc.jsonValue(), anyChangeOf(fullBody), anyChangeOf(newerBody));
  const { ask } = createMockScene();
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const { status, json } = await ask('POST', DEPLOYMENTS, JSON.stringify(body), platinum);
      expect(status).toBeLessThan(500);
      if (status === 200) await ask('DELETE', `${DEPLOYMENTS}/${json.id}`, undefined, platinum);
      else expect(json.error_msg).toMatch(/\S/);
    }),
    { numRuns: runs(300) },
  );
});

test('the mock accepts every body generated from the specs', { timeout: PROPERTY_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(anyJudgedBody, async ({ body, judgement }) => {
      const { ask } = createMockScene({ generation: judgement.generation });
      const headers = judgement.edition === 'platinum' ? platinum : {};
      const response = await ask('POST', DEPLOYMENTS, JSON.stringify(body), headers);
      expect([response.status, response.json.error_msg]).toEqual([200, undefined]);
    }),
    { numRuns: runs(200) },
  );
});

test(
  'the mock refuses what validate refuses, and names the first place',
  { timeout: PROPERTY_MS },
  async () => {
    const { ask } = createMockScene();
    await fc.assert(
      fc.asyncProperty(anyChangeOf(fullBody), async (body) => {
        // The mock always refuses it (docs/mock.md).
        fc.pre(!JSON.stringify(body).includes('"__proto__"'));
        const [first] = validate(body, { edition: 'platinum' }).filter(
          ({ severity }) => severity === 'error',
        );
        const { status, json } = await ask('POST', DEPLOYMENTS, JSON.stringify(body), platinum);
        if (status === 200) await ask('DELETE', `${DEPLOYMENTS}/${json.id}`, undefined, platinum);
        const place = first && `${formatPath(first.path) || '$'}: `;
        expect([status, json.error_msg]).toEqual(
          place === undefined ? [200, undefined] : [400, expect.stringContaining(place)],
        );
      }),
      { numRuns: runs(300) },
    );
  },
);
