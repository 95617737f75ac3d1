import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const LONG = 'SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT_MILLISECONDS_OF_THE_SECOND_PRODUCTION';

for (const width of [390, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('Review keeps long names of variables, containers and tags within its column', async ({
      page,
    }) => {
      const body = goodBody({
        tags: [{ key: 'k'.repeat(80), value: 'v'.repeat(200) }],
        container: {
          name: 'sensor_collector_for_the_second_production_line',
          envs: [
            { name: LONG, value: '30000' },
            { name: `9 ${LONG}`, value: LONG },
          ],
        },
      });
      await storeDocument(page, body);
      await page.goto('/new/review');
      await expect(page.getByRole('region', { name: /problems? to fix/ })).toBeVisible();
      await expect(page.getByText(LONG).first()).toBeVisible();
      const layout = await page.getByRole('main').evaluate((main) => {
        const { right } = main.getBoundingClientRect();
        const parts = [...main.querySelectorAll('dt, dd, li span')];
        return {
          pageOverhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          cut: parts.filter(
            (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
          ).length,
          beyond: parts.filter((part) => part.getBoundingClientRect().right > right).length,
          parts: parts.length,
          highest: Math.max(...parts.map((part) => part.getBoundingClientRect().height)),
        };
      });
      expect(layout).toMatchObject({ pageOverhang: 0, cut: 0, beyond: 0 });
      expect(layout.parts).toBeGreaterThan(8);
      expect(layout.highest, 'no name wraps after every letter').toBeLessThan(300);
    });
  });
}
