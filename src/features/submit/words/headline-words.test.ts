import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { submitEn } from '#src/app/words/submit-en.ts';
import { bodyOf, START } from '#src/domain/lookup/lookup.testing.ts';
import { createAttempt, type Attempt, type AttemptState } from '../attempt/attempt.ts';
import { place } from '../submission/scene.testing.ts';
import type { SubmissionView } from '../submission/submission-view.ts';
import { headlineOf } from './headline-words.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: { ...en, submit: { ...en.submit, ...submitEn.submit } } } },
  });
});

const attempt = (state: AttemptState, more: Partial<Attempt> = {}): Attempt => ({
  ...createAttempt(
    { place, body: bodyOf() },
    { document: 'first', last: undefined, now: START, newKey: 'k' },
  ),
  state,
  ...more,
});
const view = { activity: 'none', isElsewhere: false, isFromBefore: false } as const;
const say = (change: Partial<SubmissionView>, here = place) =>
  headlineOf(i18next.getFixedT('en'), 'en', { ...view, ...change }, here);

test.each<[AttemptState, tone: string | undefined, text: string | undefined]>([
  ['intended', 'open', 'It is not known whether the deployment was created.'],
  ['sent', 'open', 'It is not known whether the deployment was created.'],
  ['unknown', 'open', 'It is not known whether the deployment was created.'],
  ['reconciling', 'open', 'It is not known whether the deployment was created.'],
  ['ambiguous', 'open', 'It is unclear which deployment this attempt created.'],
  ['created', 'good', 'Deployment edge-web was created.'],
  ['rejected', 'bad', 'The deployment was not created.'],
  ['notFound', 'bad', '“edge-web” was not created.'],
  ['settled', undefined, undefined],
])('an attempt in the state “%s”', (state, tone, text) => {
  const headline = say({ attempt: attempt(state) });
  expect([headline?.tone, headline?.text]).toEqual([tone, text]);
});

test('sentences are complete, and the last one names the place if it differs', () => {
  const south = { ...place, targetId: 'south' };
  const created = attempt('created');
  expect(say({ attempt: created, isFromBefore: true })?.help).toBe(
    'The service did not return a usable response. The page found the deployment in the list. The document has not changed since.',
  );
  expect(say({ attempt: attempt('rejected') }, south)?.help).toMatch(
    /^It was sent to IEF North \(live\), .*\. The connection has changed since\.$/,
  );
});

test.each<[string, Partial<SubmissionView>, string | undefined]>([
  ['nothing was sent', {}, undefined],
  ['it is being sent', { activity: 'sending', attempt: attempt('sent') }, undefined],
  ['the page asks for a token', { activity: 'asking' }, 'Sign in to continue this attempt.'],
  ['the device is offline', { refusal: { kind: 'offline' } }, 'This device is offline.'],
  [
    'another attempt is open',
    { refusal: { kind: 'conflict', conflict: attempt('sent') } },
    'The outcome of another attempt to create “edge-web” is not known yet.',
  ],
  [
    'it was already created',
    { refusal: { kind: 'conflict', conflict: attempt('created') } },
    'Exactly this document was already created as “edge-web”.',
  ],
  [
    'another tab is submitting it',
    { attempt: attempt('sent'), isElsewhere: true },
    'Another tab is working on the submission of “edge-web”. The outcome will appear here.',
  ],
])('%s', (_what, change, text) => {
  expect(say(change)?.text).toBe(text);
});
