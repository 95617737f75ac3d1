import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { submitEn } from '#src/app/words/submit-en.ts';
import { submitZh } from '#src/app/words/submit-zh.ts';
import { zh } from '#src/app/words/zh.ts';
import { buttonName, formatPlace } from './format-place.ts';
import { place } from '../submission/scene.testing.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: { ...en, submit: { ...en.submit, ...submitEn.submit } } },
      zh: { translation: { ...zh, submit: { ...zh.submit, ...submitZh.submit } } },
    },
  });
});

const mock = { ...place, label: '内置模拟服务', kind: 'mock', region: '' } as const;

test('formats the full place inside a sentence', () => {
  const t = i18next.getFixedT('en');
  expect(t('submit.away', { place: formatPlace(t, 'en', place) })).toBe(
    `It was sent to IEF North (live), region cn-north-4, project ${place.projectId}, professional edition. The connection has changed since.`,
  );
});

test('names the button by its destination, starting with its visible label', () => {
  const t = i18next.getFixedT('en');
  const name = buttonName(t, 'en', place);
  expect(name).toBe('Create on IEF North (live, cn-north-4, project …ecb056, professional)');
  expect(name.startsWith(t('submit.create'))).toBe(true);
});

test('in Chinese puts a space before a Latin word, and none before a Chinese one', () => {
  const t = i18next.getFixedT('zh');
  expect(buttonName(t, 'zh', place)).toMatch(/^创建到 IEF North（真实/);
  expect(buttonName(t, 'zh', mock)).toMatch(/^创建到内置模拟服务（模拟/);
  expect(buttonName(t, 'zh', mock).startsWith(t('submit.create'))).toBe(true);
  expect(t('submit.away', { place: formatPlace(t, 'zh', mock) })).toMatch(
    /^已发送到内置模拟服务（模拟），项目 /,
  );
  expect(t('submit.away', { place: formatPlace(t, 'zh', place) })).toMatch(
    /^已发送到 IEF North（真实），/,
  );
});
