import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Path } from '#src/json/path.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ProblemsButton } from './ProblemsButton.tsx';

const goTo = vi.fn<(path: Path) => void>();

const configs = { host_network: false, restart_policy: 'Always' };
const web = { name: 'web', image_url: 'nginx' };
const document = {
  name: '',
  node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
  deployment: {
    replicas: 1,
    template: { configs, containers: [{ ...web, envs: [{ name: '1A' }] }] },
  },
};

const button = page.getByRole('button', { name: 'Show problems' });

beforeEach(() => void goTo.mockReset());

describe('the problems of the document', () => {
  async function renderButton() {
    await renderEditor(
      document,
      <>
        <Field path={['name']} />
        <ProblemsButton goTo={goTo} />
      </>,
    );
    await expect.element(button).toHaveAccessibleName('1 error, 2 to fill in Show problems');
  }

  test('are counted, and listed by step; one that is chosen opens its field', async () => {
    await renderButton();
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'Problems' });
    await expect
      .element(dialog.getByRole('region', { name: 'Basics' }).getByRole('listitem'))
      .toHaveTextContent('Deployment nameThis is empty. Enter a value.');
    await dialog
      .getByRole('region', { name: 'Containers' })
      .getByRole('button', { name: /^Container web › Variable 1A › Name/ })
      .click();
    const path = ['deployment', 'template', 'containers', 0, 'envs', 0, 'name'];
    expect(goTo).toHaveBeenCalledExactlyOnceWith(path);
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('return the focus when they are closed without a choice', async () => {
    await renderButton();
    await button.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
  });

  test('disappear with the last one', async () => {
    await renderEditor(
      {
        ...document,
        deployment: { ...document.deployment, template: { configs, containers: [web] } },
      },
      <>
        <Field path={['name']} />
        <ProblemsButton goTo={goTo} />
      </>,
    );
    await expect.element(button).toHaveAccessibleName('1 to fill in Show problems');
    await page.getByLabelText('Deployment name').fill('web');
    await expect.element(button).not.toBeInTheDocument();
  });
});
