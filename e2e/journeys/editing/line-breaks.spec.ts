import { expect, test, type WizardDriver } from '../../support/fixtures.ts';
import { paste } from '../../support/paste.ts';
import type { goodBody } from '../../support/stored-document.ts';
import { openVariables, variables } from '../../support/variables.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\nQ0FB\n-----END CERTIFICATE-----\n';

/** The first variable in the preview. */
async function firstVariable(wizard: WizardDriver) {
  const body = (await wizard.preview()) as ReturnType<typeof goodBody>;
  const [container] = body.deployment.template.containers as { envs?: unknown[] }[];
  return container?.envs?.[0];
}

test('a value keeps pasted lines, and its row in a long list grows', async ({ page, wizard }) => {
  await openVariables(page, [...variables(2), ...variables(58)]);
  const value = wizard.row('Variable 1').getByLabel('Value');
  await value.fill('');
  await paste(page, value, pem);
  expect(await firstVariable(wizard)).toEqual({ name: 'VARIABLE_1', value: pem });
  await expect(value).toHaveValue(pem);
  const bottomOf = async (row: string) => {
    const box = await wizard.row(row).boundingBox();
    return box!.y + box!.height;
  };
  await expect
    .poll(async () => (await wizard.row('Variable 2').boundingBox())!.y)
    .toBeGreaterThanOrEqual(await bottomOf('Variable 1'));
  await expect(value).toBeFocused();
  await page.keyboard.type('end\nof it');
  expect(await firstVariable(wizard)).toMatchObject({ value: `${pem}end\nof it` });

  await wizard.goTo('Review');
  await expect(page.getByRole('cell').filter({ hasText: 'MIIB' })).toHaveText(`${pem}end\nof it`, {
    useInnerText: true,
  });
});
