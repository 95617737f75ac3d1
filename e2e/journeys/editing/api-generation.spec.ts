import type { Page } from '@playwright/test';
import { en } from '#src/app/words/en.ts';
import { zh } from '#src/app/words/zh.ts';
import { confirmCreate } from '../../support/confirm-create.ts';
import { enterNewerBody } from '../../support/enter-newer-body.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { tabThroughForm } from '../../support/focus-driver.ts';
import { newerBody } from '../../support/newer-body.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startRecorder } from '../../support/network.ts';
import { startMock, startServerWithTarget } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const groupId = 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd';

async function chooseGeneration(wizard: WizardDriver, label: '2024-04' | '2025') {
  await wizard.changeConnection({ generation: label });
  await wizard.goTo('Target');
}

/** The newer body without values that only generation 2025 accepts, so that generation 2024-04 refuses nothing. */
function storedBody() {
  const body = newerBody(groupId);
  const { npu_type: _newerValue, ...container } = body.deployment.template.containers[0]!;
  return {
    ...body,
    source: 'userdefined',
    deployment: {
      ...body.deployment,
      annotations: { ...body.deployment.annotations, 'vendor/odd': 'kept' },
      template: { ...body.deployment.template, containers: [container] },
    },
  };
}

/** Chooses the platinum edition, which affinity needs. */
async function usePlatinum({ page, wizard }: { page: Page; wizard: WizardDriver }): Promise<void> {
  await page.goto('/new/target');
  await wizard.changeConnection({ edition: 'platinum' });
}

/** The line of the Target step that shows the API generation. */
function generationLine(page: Page) {
  return page.getByRole('term').filter({ hasText: 'API generation' }).locator('..');
}

test('generation 2025: every newer field can be entered, and a service of that generation accepts the body', async ({
  page,
  wizard,
  projectId,
}) => {
  test.slow();
  const mock = await startMock({ MOCK_TOKENS: 'token-of-the-person', MOCK_GENERATION: '2025' });
  const recorder = await startRecorder(mock.url);
  const server = await startServerWithTarget(recorder.url);
  try {
    await page.goto(`${server.url}/`);
    await wizard.openConnection();
    await page.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await page.getByLabel('Edition', { exact: true }).selectOption('platinum');
    await page.getByLabel('API generation').selectOption('2025');
    await page.getByLabel('Instance ID').fill('instance-1');
    await page.getByLabel('Token').fill('token-of-the-person');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(
      page.getByRole('button', { name: /^Live: .*, API generation 2025\. Open/ }),
    ).toBeVisible();

    const chosenGroupId = await enterNewerBody(wizard);
    expect(await wizard.previewText()).toBe(JSON.stringify(newerBody(chosenGroupId), null, 2));
    await wizard.goTo('Target');
    await expect(generationLine(page)).toContainText('2025');
    await wizard.goTo('Review');
    await expect(page.getByText('No problems were found.')).toBeVisible();
    await expect(page.getByText('Match labels › app.kubernetes.io/part-of')).toBeVisible();
    await page.getByRole('button', { name: /^Create on Edge live/ }).click();
    await confirmCreate(page);
    await expect(page.getByText('Deployment edge-vision was created.')).toBeVisible();
    const [create] = recorder.requests.filter(({ method }) => method === 'POST');
    expect(JSON.parse(create!.body.toString('utf8'))).toEqual(newerBody(chosenGroupId));
  } finally {
    await Promise.all([server.stop(), recorder.stop(), mock.stop()]);
  }
});

test('generation 2024-04: newer fields of a stored document are shown with a warning and sent unchanged', async ({
  page,
  wizard,
  projectId,
}) => {
  const body = storedBody();
  await storeDocument(page, body);
  await usePlatinum({ page, wizard });
  await wizard.setProject(projectId);
  const main = page.locator('main');
  const fields = {
    Containers: { 'Run as user': '1000' },
    Volumes: { 'Default mode': '292' },
    Resources: {},
    Scheduling: { 'DNS policy': 'ClusterFirst', 'Group for offline recovery': groupId },
  };
  for (const [step, values] of Object.entries(fields)) {
    await wizard.goTo(step);
    for (const [label, value] of Object.entries(values)) {
      const field = main.getByLabel(label);
      await expect(field).toHaveValue(value);
    }
    await expect(main.getByText('API 2025').first()).toBeVisible();
    // Warnings about stored values are shown without a focus.
    await expect(main.getByText('is newer than the API page of 2024-04').first()).toBeVisible();
  }
  await expect(main.getByText('Unknown keys, sent unchanged:').locator('..')).toHaveText(
    /vendor\/odd$/,
  );
  for (const part of ['Node affinity', 'Application affinity', 'Application anti-affinity']) {
    const warning = main.getByText(`${part} is newer than the API page of 2024-04`);
    await expect(warning).toBeVisible();
  }
  await wizard.goTo('Resources');
  for (const side of ['Limits', 'Requests'])
    await expect(
      main.getByRole('group', { name: side }).getByLabel('NPU D310', { exact: true }),
    ).toHaveValue('1');

  await wizard.goTo('Review');
  const warnings = page.getByRole('region', { name: '11 warnings' });
  await expect(warnings.getByRole('button')).toHaveCount(11);
  await expect(page.getByText(/problems? to fix/)).toHaveCount(0);
  // Each list entry leads to its field, including selects and groups.
  const review = new ReviewPage(page);
  for (const [entry, control] of [
    ['Instance settings › DNS policy', main.getByLabel('DNS policy')],
    ['Annotations', main.getByLabel('Ring controller')],
    ['Container container-0 › Run as user', main.getByLabel('Run as user')],
  ] as const) {
    await wizard.goTo('Review');
    await warnings.getByRole('button', { name: entry }).first().click();
    await expect(control).toBeFocused();
  }
  await wizard.goTo('Review');
  await review.submit();
  await expect(page.getByText('Deployment edge-vision was created.')).toBeVisible();
  expect(review.creates).toEqual([JSON.stringify(body, null, 2)]);
});

test('under 2024-04 a newer field can be cleared, and disappears when it loses the focus', async ({
  page,
  wizard,
}) => {
  const main = page.locator('main');
  await storeDocument(page, storedBody());
  await usePlatinum({ page, wizard });
  await wizard.goTo('Containers');
  const user = main.getByLabel('Run as user');
  await user.fill('');
  expect(await wizard.previewText()).not.toContain('run_as_user');
  await user.pressSequentially('70000');
  await expect(main.getByText('70000 is out of range')).toBeVisible();
  await user.fill('');
  await main.getByLabel('Version').focus();
  await expect(user).toHaveCount(0);

  await wizard.goTo('Scheduling');
  const dns = main.getByLabel('DNS policy');
  await dns.selectOption({ label: 'Default (Default)' });
  await page.getByLabel('Toleration time').focus();
  await expect(dns).toHaveCount(0);
  const antiAffinity = main.getByRole('group', { name: 'Application anti-affinity' });
  for (const row of ['Term 1', 'Preference 1'])
    await antiAffinity.getByRole('button', { name: `Remove ${row}` }).click();
  await page.getByLabel('Toleration time').focus();
  await expect(antiAffinity).toHaveCount(0);
  expect(await wizard.previewText()).not.toContain('podAntiAffinity');
  await page.keyboard.press('Control+z');
  await expect(
    antiAffinity.getByRole('group', { name: 'Preference 1', exact: true }),
  ).toBeVisible();
});

test('options of another generation are only offered where they are the current value', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, goodBody({ container: { npu_type: 'D310B' } }));
  await page.goto('/new/basics');
  const options = (label: string) => page.getByLabel(label).locator('option');
  await expect(options('Source')).toHaveText(['Not set', 'User-defined']);
  await wizard.goTo('Containers');
  await expect(options('NPU type')).toHaveText(['Default (D310)', 'D310', 'D310B']);
  await page.getByLabel('NPU type').selectOption('D310');
  await expect(options('NPU type')).toHaveText(['Default (D310)', 'D310']);
  await chooseGeneration(wizard, '2025');
  await wizard.goTo('Containers');
  await expect(options('NPU type')).toHaveText(['Default (D310)', 'D310', 'D310B']);
});

test('switching the generation back and forth does not change the document', async ({
  page,
  wizard,
}) => {
  const body = storedBody();
  const rule = { key: 'zone', operator: 'In', values: ['z1'] };
  const { affinity } = body.deployment.template;
  await storeDocument(page, {
    ...body,
    deployment: {
      ...body.deployment,
      template: {
        ...body.deployment.template,
        affinity: { node_affinity: [rule], ...affinity },
      },
    },
  });
  await usePlatinum({ page, wizard });
  const before = await wizard.previewText();
  await chooseGeneration(wizard, '2025');
  expect(await wizard.previewText()).toBe(before);
  await wizard.goTo('Scheduling');
  const main = page.locator('main');
  // Now the form of the API page belongs to another generation; it is shown because it has a value.
  await expect(main.getByText('Node affinity is the format of the API page')).toBeVisible();
  await expect(main.getByRole('group', { name: 'Affinity rule 1' })).toBeVisible();
  await expect(main.getByText('is newer than the API page of 2024-04')).toHaveCount(0);
  await expect(main.getByRole('group', { name: 'Application affinity' })).toHaveCount(1);

  // A label with a duplicate key is not sent, but kept while switching.
  const labels = main
    .getByRole('group', { name: 'Application affinity' })
    .getByRole('group', { name: 'Must hold' })
    .getByRole('group', { name: 'Match labels' });
  await labels.getByRole('button', { name: 'Add label' }).click();
  await labels.getByRole('group', { name: 'Label 3' }).getByLabel('Label value').fill('third');
  await labels.getByRole('group', { name: 'Label 3' }).getByLabel('Label key').fill('app');
  const typed = await wizard.previewText();
  expect(typed).toBe(before);

  for (const label of ['2024-04', '2025', '2024-04'] as const) {
    await chooseGeneration(wizard, label);
    expect(await wizard.previewText()).toBe(typed);
  }
  await page.reload();
  await wizard.goTo('Target');
  await expect(generationLine(page)).toContainText('2024-04');
  await chooseGeneration(wizard, '2025');
  await page.reload();
  await expect(generationLine(page)).toContainText('2025');
  expect(await wizard.previewText()).toBe(before);
});

test('a label with a duplicate key stays while other steps and generations are shown', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, storedBody());
  await usePlatinum({ page, wizard });
  await chooseGeneration(wizard, '2025');
  await wizard.goTo('Scheduling');
  const list = page
    .getByRole('group', { name: 'Application anti-affinity' })
    .getByRole('group', { name: 'Must hold' })
    .getByRole('group', { name: 'Match labels' });
  await list.getByRole('button', { name: 'Add label' }).click();
  await page.keyboard.type('app');
  await page.keyboard.press('Enter');
  await page.keyboard.type('twin');
  expect(await wizard.previewText()).not.toContain('twin');
  await chooseGeneration(wizard, '2024-04');
  await wizard.goTo('Scheduling');
  const duplicate = list.getByRole('group', { name: 'Label 2' });
  await expect(duplicate.getByLabel('Label value')).toHaveValue('twin');
  await expect(duplicate.getByText(en.list.keyTwice)).toBeVisible();
  await duplicate.getByLabel('Label key').fill('apps');
  await expect(duplicate.getByText(en.list.keyTwice)).toHaveCount(0);
  expect(await wizard.previewText()).toContain('"apps": "twin"');
});

for (const [language, locale, words] of [
  ['en', 'en-US', en],
  ['zh', 'zh-CN', zh],
] as const) {
  test.describe(language, () => {
    test.use({
      locale,
      viewport: { width: 1440, height: 900 },
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('the scheduling step of generation 2025 fits, works by keyboard and violates no axe rule', async ({
      page,
    }) => {
      test.slow();
      const wizard = new WizardDriver(page, language);
      const body = storedBody();
      const odd = { labelSelector: { matchLabels: { '': 'x', app: 7 } }, more: {} };
      const must = 'requiredDuringSchedulingIgnoredDuringExecution';
      const { podAffinity } = body.deployment.template.affinity;
      (podAffinity[must] as unknown[]).push(odd);
      await storeDocument(page, body);
      await page.goto('/new/target');
      await wizard.changeConnection({ edition: 'platinum', generation: '2025' });
      expect(await findViolations(page), 'the target step').toEqual([]);
      await wizard.goTo(words.step.scheduling.title);
      await wizard.goTo(words.step.target.title);
      await wizard.goTo(words.step.scheduling.title);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(page.locator('[data-severity=error]').first()).toBeVisible();
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang).toBe(0);
        expect(
          await findViolations(page, `[aria-label="${words.preview.title}"]`),
          `the step at ${width} px`,
        ).toEqual([]);
        const stops = await tabThroughForm(page);
        expect(stops.length).toBeGreaterThan(80);
        expect(stops.filter((stop) => stop.coveredBy !== undefined)).toEqual([]);
      }
    });
  });
}
