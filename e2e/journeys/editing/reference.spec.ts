import { expect, test } from '../../support/fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';

for (const { locale, colorScheme, width, title, table } of [
  {
    locale: 'en-US',
    colorScheme: 'light',
    width: 1440,
    title: 'Field reference',
    table: 'Table 11',
  },
  { locale: 'zh-CN', colorScheme: 'dark', width: 390, title: '字段参考', table: '表 11' },
] as const) {
  test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
    test.use({ locale, colorScheme, viewport: { width, height: 900 } });

    test('the reference opens at the field or rule in its address, and violates no axe rule', async ({
      page,
    }) => {
      await page.goto('/reference#deployment.template.containers[].ports[].host_port');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const row = page.locator('[data-target]');
      await expect(row).toContainText('deployment.template.containers[].ports[].host_port');
      await expect(row).toBeInViewport();
      await expect(page.getByRole('link', { name: table, exact: true }).first()).toHaveAttribute(
        'href',
        /ief_02_0082\.html#:~:text=/,
      );
      // The whole page has hundreds of links of the same kind.
      const search = page.getByRole('searchbox');
      await search.fill('host_port');
      await expect(page.getByRole('region', { name: 'R19' })).toHaveCount(0);
      expect(await findViolations(page)).toEqual([]);
      await search.fill('');
      await row.getByRole('link', { name: 'R14' }).click();
      const rule = page.getByRole('region', { name: 'R14' });
      await expect(rule).toBeInViewport();
      await expect(rule).toContainText('"host_port": 8080');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      ).toBe(true);
    });
  });
}
