import fc from 'fast-check';
import { join } from 'node:path';
import { build } from 'vite';
import { formatPath } from '../../../src/json/path.ts';
import { anyChangeOf, fullBody, newerBody } from '../../../src/domain/deployment/bodies.testing.ts';
import {
  judgements,
  anyGoodBody,
  type Judgement,
} from '../../../src/domain/deployment/valid-bodies.testing.ts';
import type { validate } from '../../../src/domain/deployment/validate.ts';
import { expect, test } from '../../support/fixtures.ts';
import { startMock } from '../../support/running-servers.ts';

/** Bodies per edition and generation; `npm run soak` checks 10,000 in all. */
const BODIES = process.env.SOAK ? 2500 : 60;
/** Bodies validated in the browser at a time. */
const BATCH = 100;
const root = join(import.meta.dirname, '../../..');

declare global {
  interface Window {
    validator: { validate: typeof validate };
  }
}

/** The validator, built for browsers like the page. */
async function bundleForBrowsers(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'src/domain/deployment/validate.ts', formats: ['iife'], name: 'validator' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !('output' in first)) throw new Error('the build has no output');
  return first.output[0].code;
}

/** The path of the first error, which starts the mock's messages; undefined for a valid body. */
type Verdict = string | undefined;

for (const judgement of judgements) {
  const { edition, generation } = judgement;
  test(`page and mock agree on any body: ${edition}, ${generation}`, async ({
    page,
    projectId,
  }) => {
    test.setTimeout(process.env.SOAK ? 1_800_000 : 120_000);
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    const bodies = fc.sample(anyBody(judgement), { numRuns: BODIES, seed });
    const mock = await startMock({ MOCK_GENERATION: generation });
    try {
      await page.goto('about:blank');
      await page.addScriptTag({
        content: `${await bundleForBrowsers()};window.validator=validator`,
      });
      const url = `${mock.url}/v3/${projectId}/edgemgr/deployments`;
      let validCount = 0;
      for (let start = 0; start < bodies.length; start += BATCH) {
        const texts = bodies.slice(start, start + BATCH).map((body) => JSON.stringify(body));
        const paths = await page.evaluate(
          ([all, context]) =>
            all.map((text) => {
              const issues = window.validator.validate(JSON.parse(text), context);
              return issues.find(({ severity }) => severity === 'error')?.path;
            }),
          [texts, judgement] as const,
        );
        for (const [index, text] of texts.entries()) {
          const path = paths[index];
          const inPage: Verdict = path && (formatPath(path) || '$');
          const inMock = await validateOnMock(url, text, edition);
          expect({ seed, text, place: inMock }).toEqual({ seed, text, place: inPage });
          if (inPage === undefined) validCount++;
        }
      }
      // Agreement means little without both valid and invalid bodies.
      expect(validCount).toBeGreaterThan(BODIES / 10);
      expect(bodies.length - validCount).toBeGreaterThan(BODIES / 10);
    } finally {
      await mock.stop();
    }
  });
}

function anyBody(judgement: Judgement): fc.Arbitrary<unknown> {
  const full = judgement.generation === '2025' ? newerBody : fullBody;
  return fc
    .oneof(anyGoodBody(judgement), anyChangeOf(full), anyGoodBody(judgement).chain(anyChangeOf))
    .filter((body) => !JSON.stringify(body).includes('"__proto__"'));
}

/** Creates the body on the mock, and deletes it again because names are unique. */
async function validateOnMock(url: string, body: string, edition: string): Promise<Verdict> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Auth-Token': 'any',
    ...(edition === 'platinum' && { 'ief-instance-id': 'an-instance' }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const json = (await answer.json()) as { id: string; error_msg: string };
  if (answer.status === 200) {
    await fetch(`${url}/${json.id}`, { method: 'DELETE', headers });
    return undefined;
  }
  expect(answer.status).toBe(400);
  return json.error_msg.slice(0, json.error_msg.indexOf(': '));
}
