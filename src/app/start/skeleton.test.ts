import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPageTheme } from '#src/ui/theme/theme.ts';

test('the skeleton has the colors of the theme in both schemes', () => {
  const theme = createPageTheme();
  const css = readFileSync(join(import.meta.dirname, 'skeleton.css'), 'utf8');
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)];
  const found = (scheme: 2 | 3) => Object.fromEntries(pairs.map((pair) => [pair[1], pair[scheme]]));
  const expected = (scheme: 'light' | 'dark') => {
    const { background, divider, text, primary } = theme.colorSchemes[scheme]!.palette;
    return {
      page: background.default,
      paper: background.paper,
      line: divider,
      text: text.primary,
      primary: primary.main,
      'on-primary': primary.contrastText,
    };
  };
  expect(found(2)).toEqual(expected('light'));
  expect(found(3)).toEqual(expected('dark'));
});
