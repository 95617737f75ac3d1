import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** The selectors of a style sheet, without what is in parentheses. */
function selectorsOf(css: string): readonly string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};@]+)\{/g);
  return [...rules].flatMap(([, list]) =>
    withoutParentheses(list!)
      .split(',')
      .map((one) => one.trim()),
  );
}

function withoutParentheses(text: string): string {
  const outside = text.replaceAll(/\([^()]*\)/g, '');
  return outside === text ? text : withoutParentheses(outside);
}

/**
 * True if the browser styles everything inside a parent again whenever the parent gets or loses a child: the position or
 * a sibling decides about an element below it that no tag, class or attribute names.
 */
function isWide(selector: string): boolean {
  const parts = selector.split(/\s*([>~+\s])\s*/);
  const byPosition = parts
    .slice(0, -1)
    .some((part) => /^[~+]$|:(?:first|last|only|nth)-|:empty/.test(part));
  const isNamed = /^[a-z]|[.#[]|:(?:is|where|global)\b|::/.test(parts.at(-1)!);
  return byPosition && !isNamed;
}

test.each([
  ['.a tr:last-child > *', true],
  ['.a:nth-child(n + 2) :not(.b)', true],
  ['.a ~ *', true],
  ['.a + :hover', true],
  ['.a > :nth-child(n + 2)', false],
  ['.a tr:last-child > :is(th, td)', false],
  ['.a + .b', false],
  ['.a *', false],
])('%s is wide: %s', (selector, wide) => {
  expect(selectorsOf(`${selector} {}`).some(isWide)).toBe(wide);
});

test('no change of a list styles the whole page again', () => {
  const sheets = [...sources].filter(([path]) => path.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(50);
  const found = sheets.flatMap(([path, css]) =>
    selectorsOf(css)
      .filter(isWide)
      .map((selector) => `${path}: ${selector}`),
  );
  expect(found).toEqual([]);
});
