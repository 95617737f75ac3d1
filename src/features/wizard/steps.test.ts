import { expect, test } from 'vitest';
import { stepIds, stepOf } from './steps.ts';

test.each(['__proto__', 'constructor', 'toString', 'x'])(
  'a problem at the key %s belongs to a step, wherever the key is',
  (key) => {
    for (const path of [
      [key],
      ['deployment', key],
      ['deployment', 'template', key],
      ['deployment', 'template', 'containers', 0, key],
    ]) {
      expect(stepIds).toContain(stepOf(path));
    }
  },
);
