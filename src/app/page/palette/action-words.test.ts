import { expect, test } from 'vitest';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { stepWords } from './action-words.ts';

test.each(Object.entries(stepWords))('%s is named as on the page', (id, words) => {
  const step = id as keyof typeof stepWords;
  expect(words).toEqual({ en: en.step[step].title, zh: zh.step[step].title });
});
