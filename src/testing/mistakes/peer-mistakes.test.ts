import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { MismatchError } from '#src/client/http/errors.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { createDeployment } from '#src/client/queries/deployments.ts';
import { convert } from '#src/convert/convert.ts';
import { readEnv } from '#src/convert/env/read-env.ts';
import { documentText } from '#src/document/document-text.ts';
import { parse } from '#src/document/documents.testing.ts';
import { setIn } from '#src/document/edits.ts';
import { ruleExamples } from '#src/domain/deployment/rules/examples/rule-examples.ts';
import { anyJudgedBody } from '#src/domain/deployment/valid-bodies.testing.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { asObject, type Json } from '#src/json/value.ts';
import { runs } from '#src/testing/runs.ts';

/**
 * Sixteen mistakes that other tools make (issues of KubeEdge, Headlamp, Rancher, Portainer, composerize and others), each
 * with a test whose title starts with its number: here, in peer-mistakes.test.tsx, in features, and in the journeys.
 */
const mistakes = [
  'mounts chosen in one step are missing from the body',
  'editing one port, variable or field changes its siblings',
  'an untouched optional block adds a key, or an empty string counts as absent',
  'the request differs from the preview',
  'an export of an import differs, in unknown keys or in the order of keys',
  'the text view skips the validation of the form',
  'after a rejection, the corrected body cannot be sent as a create',
  'two clicks or a retry create two deployments',
  'a command with quotation marks and spaces is split',
  'pasted values with =, #, quotation marks, $, commas or line breaks are damaged',
  'a picker that fails prevents typing, or an edit changes the prefix of the registry',
  'going back and forth between steps, views and tabs loses input',
  'a secret is in the address bar, the storage, a snippet, a share link or a log',
  'an error whose path matches no field leads nowhere',
  'typing is slow with 10 containers and 200 variables',
  'options after the image, a prompt, continued lines or a semicolon break a docker run command',
];

const root = join(import.meta.dirname, '../../..');

test('each of the sixteen mistakes has a test that names it', () => {
  const folders = [
    'src/testing/mistakes',
    'e2e/journeys/editing',
    'e2e/journeys/submit',
    'e2e/journeys/connection',
  ];
  const text = folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
    .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const named = mistakes.map((_, index) =>
    new RegExp(`\\(\\s*['"\`]mistake ${index + 1}: `).test(text),
  );
  expect(mistakes.filter((_, index) => !named[index])).toEqual([]);
});

describe('mistake 4: the request is the text of the preview', () => {
  afterEach(() => replaceClient());

  test('for 500 generated documents', async () => {
    const place = {
      targetId: 'mock',
      projectId: 'e'.repeat(32),
      edition: 'professional',
      instanceId: '',
      needsToken: false,
    } as const;
    let sent: string | undefined;
    answerRequests(async (path: string, init: RequestInit) => {
      sent = await new Request(`http://localhost${path}`, init).text();
      return Response.json({ id: 'a', name: 'app', node_ids: [] });
    });
    await fc.assert(
      fc.asyncProperty(anyJudgedBody, async ({ body }) => {
        const text = documentText(body as Json);
        // The answer is about another deployment, which does not matter here.
        await createDeployment(place, text, 'key').catch((error: unknown) => {
          if (!(error instanceof MismatchError)) throw error;
        });
        expect(sent).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });
});

test('mistake 5: a body that is imported is exported with the same text, unknown keys and order included', () => {
  fc.assert(
    fc.property(anyJudgedBody, ({ body }) => {
      const whole = setIn(body as Json, ['zone'], { b: 1, a: [null, ''] });
      const text = documentText(whole);
      const result = convert({ text, from: 'ief' });
      if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
      expect(documentText(result.body as Json)).toBe(text);
    }),
    { numRuns: runs(100) },
  );
});

test.each(Object.entries(ruleExamples))(
  'mistake 6: text that breaks %s gets the same issues as the form',
  (id, { broken, context }) => {
    const text = documentText(broken);
    const inText = validate(parse(text), context);
    expect(inText).toEqual(validate(broken, context));
    expect(inText.some(({ rule }) => rule === id)).toBe(true);
  },
);

test('mistake 10: pasted values keep =, #, quotation marks, $, commas and line breaks', () => {
  const values = {
    URL: 'postgres://u:p@h/db?a=1&b=2',
    COLOR: '#fff # white',
    PRICE: '$5, or ${HOME}',
    LIST: '{"a":[1,2]}',
    QUOTES: `it's "so"`,
    LINES: 'first\nsecond',
  };
  const text = [
    `URL=${values.URL}`,
    `COLOR="${values.COLOR}"`,
    `PRICE='${values.PRICE}'`,
    `LIST='${values.LIST}'`,
    String.raw`QUOTES="it's \"so\""`,
    String.raw`LINES="first\nsecond"`,
  ].join('\n');
  const { entries } = readEnv(text);
  expect(Object.fromEntries(entries.map(({ name, value }) => [name, value]))).toEqual(values);
});

test.each([
  ['a leading prompt', '$ docker run -p 80:80 nginx --port 1'],
  ['sudo after the prompt', '$ sudo docker run -p 80:80 nginx --port 1'],
  ['continued lines', 'docker run \\\n  -p 80:80 \\\n  nginx \\\n  --port 1'],
  ['a semicolon at the end', 'docker run -p 80:80 nginx --port 1;'],
])('mistake 16: a docker run command with %s, and options after the image', (_case, text) => {
  const result = convert({ text, from: 'docker-run' });
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
  const { deployment } = asObject(result.body);
  expect(asObject(asObject(deployment).template).containers).toMatchObject([
    {
      image_url: 'nginx',
      args: ['--port', '1'],
      ports: [{ container_port: 80, host_port: 80 }],
    },
  ]);
});
