import { connectionEn } from '#src/app/words/connection-en.ts';
import { connectionZh } from '#src/app/words/connection-zh.ts';
import { en } from '#src/app/words/en.ts';
import { submitEn } from '#src/app/words/submit-en.ts';
import { submitZh } from '#src/app/words/submit-zh.ts';
import { zh } from '#src/app/words/zh.ts';
import { stepIds } from '#src/features/wizard/steps.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { richDocument } from '../../support/rich-document.ts';
import { storeDocument } from '../../support/stored-document.ts';

const languages = [
  {
    language: 'en',
    locale: 'en-US',
    words: en,
    dialog: connectionEn.connection,
    submit: submitEn.submit,
  },
  {
    language: 'zh',
    locale: 'zh-CN',
    words: zh,
    dialog: connectionZh.connection,
    submit: submitZh.submit,
  },
] as const;

// Every language in both color schemes and at both widths, and every color scheme at both widths.
const looks = {
  en: [
    ['light', 1440],
    ['dark', 390],
  ],
  zh: [
    ['dark', 1440],
    ['light', 390],
  ],
} as const;

for (const { language, locale, words, dialog, submit: submitWords } of languages) {
  for (const [colorScheme, width] of looks[language]) {
    test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
      test.use({
        locale,
        colorScheme,
        viewport: { width, height: 900 },
        contextOptions: { reducedMotion: 'reduce' },
      });

      test('no step violates an axe rule, with every problem shown', async ({
        page,
        projectId,
      }) => {
        test.slow();
        const wizard = new WizardDriver(page, language);
        await storeDocument(page, richDocument());
        await page.goto('/new/review');
        await wizard.setProject(projectId);
        // Submitting shows all problems in all steps.
        const submit = page.getByRole('button', { name: submitWords.button.split('{')[0]! });
        await submit.click();
        await expect(page).toHaveURL(/\/new\/basics$/);
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        const violations: Record<string, string[]> = {};
        violations.whole = await findViolations(page);
        // Checked once above: hundreds of colored words, the same in every step.
        const preview = `[aria-label="${words.preview.title}"]`;

        for (const step of stepIds) {
          await wizard.goTo(words.step[step].title);
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.step[step].title);
          violations[step] = await findViolations(page, preview);
          if (step !== 'containers') continue;
          for (const tab of await page.getByRole('tab').all()) {
            await tab.click();
            violations[`tab ${await tab.innerText()}`] = await findViolations(page, preview);
          }
        }

        await page.getByRole('checkbox').check();
        await submit.click();
        await expect(page.getByText(words.submit.rejected)).toBeVisible();
        violations.refused = await findViolations(page, preview);

        if (width < 1200) {
          await page.getByRole('button', { name: 'JSON', exact: true }).click();
          await expect(page.getByRole('region', { name: words.preview.title })).toBeVisible();
          violations.drawer = await findViolations(page);
          await page.keyboard.press('Escape');
        }
        await wizard.openConnection();
        await expect(page.getByRole('dialog', { name: words.connection.title })).toBeVisible();
        await page.getByLabel(dialog.project).fill('x');
        await page.getByRole('button', { name: dialog.save, exact: true }).click();
        await expect(page.getByText(dialog.projectWrong)).toBeVisible();
        violations.connection = await findViolations(page, preview);

        expect(violations).toEqual(
          Object.fromEntries(Object.keys(violations).map((key) => [key, []])),
        );
      });
    });
  }
}
