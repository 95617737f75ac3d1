import { everyTable } from '../../support/every-table.ts';
import { expect, test } from '../../support/fixtures.ts';
import { storeDocument } from '../../support/stored-document.ts';

const GROUP = '6a0a1ac3-9e4f-4b3e-8ed1-2f1f0d1f7c11';

test('every line of the preview opens its field, and the field marks the line', async ({
  page,
  wizard,
  projectId,
}) => {
  test.slow();
  await storeDocument(page, everyTable(GROUP));
  await wizard.openWith(projectId);
  const preview = page.getByRole('region', { name: 'JSON preview' });
  const lines = preview.locator('pre > span > span');
  const texts = await lines.allInnerTexts();
  const wrong: string[] = [];
  let opened = 0;
  for (const [index, text] of texts.entries()) {
    // Lines with only brackets belong to objects and lists, which several controls edit.
    if (/^\s*("[^"]*": )?[[\]{},]*$/.test(text)) continue;
    opened++;
    await lines.nth(index).click({ position: { x: 70, y: 8 } });
    const marked = preview.locator('[data-mark]');
    await expect(marked)
      .toHaveText(text.trim(), { timeout: 3000 })
      .catch(async () => {
        wrong.push(`${index + 1}: ${text.trim()} marked ${(await marked.allInnerTexts()).join()}`);
      });
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(60);
});
