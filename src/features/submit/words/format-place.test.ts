import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { formatPlace, labelInSentence } from './format-place.ts';
import { place } from '../submission/scene.testing.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: en }, zh: { translation: zh } },
  });
});

const mock = { ...place, label: '内置模拟服务', kind: 'mock', region: '' } as const;

test('formats the full place inside a sentence', () => {
  const t = i18next.getFixedT('en');
  expect(t('submit.toLive', { place: formatPlace(t, 'en', place) })).toBe(
    `Target: IEF North (live), region cn-north-4, project ${place.projectId}, professional edition. This creates a real deployment.`,
  );
});

test('in Chinese a space separates Latin words, and none separates Chinese ones', () => {
  const t = i18next.getFixedT('zh');
  const button = (label: string) =>
    t('submit.button', { label: labelInSentence('zh', label), place: 'x' });
  expect([button('IEF North'), button(mock.label)]).toEqual([
    '提交到 IEF North（x）',
    '提交到内置模拟服务（x）',
  ]);
  expect(t('submit.toMock', { place: formatPlace(t, 'zh', mock) })).toMatch(
    /^发送到内置模拟服务（模拟），项目 /,
  );
  expect(t('submit.away', { place: formatPlace(t, 'zh', place) })).toMatch(
    /^已发送到 IEF North（真实），/,
  );
});
