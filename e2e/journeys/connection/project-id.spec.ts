import { test } from '../../support/connection-fixtures.ts';
import { expect } from '../../support/fixtures.ts';

test('spaces, quotes, a key and invisible characters around a pasted project ID are reported and removed with one click', async ({
  page,
  panel,
  projectId,
}) => {
  await page.goto('/');
  await panel.open();
  const project = panel.dialog.getByLabel('Project ID');
  for (const [pasted, message] of [
    [` ${projectId} `, 'Remove the spaces at both ends.'],
    [`"${projectId}"`, 'Remove the quotes.'],
    [
      `project_id: ${projectId}\u200b`,
      'Remove U+200B (zero-width space) and the name “project_id”.',
    ],
  ] as const) {
    await project.fill(pasted);
    await panel.apply();
    await expect(project).toHaveAccessibleDescription(
      new RegExp(message.replaceAll(/[()+.]/g, '\\$&')),
    );
    await expect(project).toHaveValue(pasted);
    await panel.dialog.getByRole('button', { name: 'Fix it' }).click();
    await expect(project).toHaveValue(projectId);
    await expect(project).toBeFocused();
  }
  await panel.apply();
  await expect(panel.dialog).toHaveCount(0);
  await expect(panel.chip).toHaveAccessibleName(new RegExp(`project ${projectId}`));
});
