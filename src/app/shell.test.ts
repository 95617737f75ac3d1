import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { theme } from '#src/ui/theme.ts';

const css = readFileSync(join(import.meta.dirname, 'shell.module.css'), 'utf8');

/** The custom properties of a rule of the outline. */
function colorsOf(selector: string): Record<string, string> {
  const begin = css.indexOf(`\n${selector} {`);
  const rule = css.slice(begin, css.indexOf('}', begin));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
}

it.each([
  ['light', '.shell'],
  ['dark', ":global([data-theme='dark']) .shell"],
] as const)('has the colours of the theme, %s', (scheme, selector) => {
  const palette = theme.colorSchemes[scheme]!.palette;
  expect(colorsOf(selector)).toEqual({
    page: palette.background.default,
    paper: palette.background.paper,
    surface: palette.field.surface,
    pane: palette.ground.pane,
    line: palette.divider,
    text: palette.text.primary,
    quiet: palette.text.secondary,
    primary: palette.primary.main,
    'on-primary': palette.primary.contrastText,
    chosen: palette.ground.chosen,
  });
});
