import { en } from '#src/app/words/en.ts';
import { submitEn } from '#src/app/words/submit-en.ts';
import { submitZh } from '#src/app/words/submit-zh.ts';
import { zh } from '#src/app/words/zh.ts';
import { exportDialogWords } from '#src/features/export/export-words.ts';
import { submitWords } from '#src/features/submit/words/submit-words.ts';
import { problemWords } from '#src/features/wizard/problems/problem-words.ts';
import { pickReferenceWords } from '#src/features/wizard/reference-picker/words.ts';
import { pickerWords } from '#src/features/wizard/target-picker/picker-words.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { startMock, startServerWithTarget } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const cases = [
  { language: 'en', locale: 'en-US', colorScheme: 'dark', words: en, submit: submitEn.submit },
  { language: 'zh', locale: 'zh-CN', colorScheme: 'light', words: zh, submit: submitZh.submit },
] as const;

for (const { language, locale, colorScheme, words, submit } of cases) {
  test.describe(language, () => {
    test.use({ locale, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('open menus, popovers and dialogs violate no axe rule', async ({ page, projectId }) => {
      const wizard = new WizardDriver(page, language);
      const banner = page.getByRole('banner');
      const violations: Record<string, string[]> = {};
      // Checked by the journey of all steps.
      const preview = `[aria-label="${words.preview.title}"]`;
      const port = { container_port: 80, host_port: 8080 };
      const envs = [{ name: 'A', value_from: { configmap: { name: 'settings', key: 'A' } } }];
      await storeDocument(page, goodBody({ container: { ports: [port, port], envs } }));
      await page.goto('/new/review');
      await wizard.setProject(projectId);
      // The error leads to its field.
      await page.getByRole('button', { name: submit.button.split('{')[0]! }).click();
      await expect(page).toHaveURL(/\/new\/containers$/);
      await page
        .getByRole('main')
        .getByRole('button', { name: /^R\d+$/ })
        .first()
        .click();
      violations.rule = await findViolations(page, preview);

      await page.getByRole('tab').first().click();
      await page.getByRole('button', { name: pickerWords.chooseImage[language] }).click();
      await expect(page.getByRole('dialog', { name: pickerWords.images[language] })).toBeVisible();
      violations.images = await findViolations(page, preview);
      await page.keyboard.press('Escape');

      await page.getByRole('tab').nth(1).click();
      const choose = pickReferenceWords.choose.configmap[language];
      await page.getByRole('button', { name: choose }).click();
      const configmaps = pickReferenceWords.titles.configmap[language];
      await expect(
        page.getByRole('dialog', { name: configmaps }).getByRole('button').first(),
      ).toBeVisible();
      violations.configmaps = await findViolations(page, preview);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: problemWords.show[language] }).click();
      await expect(page.getByRole('dialog', { name: problemWords.title[language] })).toBeVisible();
      violations.problems = await findViolations(page, preview);
      await page.keyboard.press('Escape');

      await banner.getByRole('button', { name: words.app.more, exact: true }).click();
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      violations.more = await findViolations(page, preview);
      await page.keyboard.press('Escape');

      await banner.getByRole('button', { name: words.app.drafts, exact: true }).click();
      await expect(page.getByRole('dialog', { name: words.app.drafts })).toBeVisible();
      violations.drafts = await findViolations(page, preview);
      await page.keyboard.press('Escape');

      await page
        .getByRole('button', { name: exportDialogWords.title[language], exact: true })
        .click();
      await expect(
        page.getByRole('dialog', { name: exportDialogWords.title[language] }),
      ).toBeVisible();
      violations.export = await findViolations(page, preview);
      expect(violations).toEqual(
        Object.fromEntries(Object.keys(violations).map((key) => [key, []])),
      );
    });
  });
}

test('the confirmation of a live create violates no axe rule', async ({
  page,
  wizard,
  projectId,
}) => {
  const mock = await startMock();
  const server = await startServerWithTarget(mock.url);
  try {
    await storeDocument(page, goodBody(), server.url);
    await page.goto(`${server.url}/new/review`);
    await wizard.openConnection();
    const settings = page.getByRole('dialog');
    await settings.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await settings.getByLabel('Project ID').fill(projectId);
    await settings.getByLabel('Token').fill('a-token');
    await settings.getByRole('button', { name: 'Apply' }).click();
    await settings.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Create on Edge live/ }).click();
    const dialog = page.getByRole('dialog', { name: submitWords.confirmTitle.en });
    await expect(dialog).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  } finally {
    await Promise.all([server.stop(), mock.stop()]);
  }
});
