import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { documentText } from '#src/document/document-text.ts';
import { fullBody } from '#src/domain/deployment/bodies.testing.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ExportDialog } from './ExportDialog.tsx';

const document: Json = {
  ...(fullBody as Readonly<Record<string, Json>>),
  x: { envs: [{ name: 'DB_PASSWORD', value: 'hunter2' }] },
};

const open = (onClose = () => {}) =>
  renderEditor(
    document,
    <ExportDialog
      document={document}
      name="full-body-1"
      place={{ endpoint: 'https://ief.example.com', projectId: 'p', instanceId: 'i-1' }}
      onClose={onClose}
    />,
  );

test('each notation has a tab, and Copy copies exactly the text of the tab', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const view = await open();
  const text = view.getByRole('region', { name: 'Exported text' });
  await expect.element(text).toHaveTextContent('"name": "full-body-1"');
  await view.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(write).toHaveBeenLastCalledWith(documentText(document));
  await expect.element(view.getByRole('status')).toHaveTextContent('Copied.');
  for (const name of ['curl', 'PowerShell', 'Python', 'Go']) {
    await view.getByRole('tab', { name, exact: true }).click();
    if (name === 'Python' || name === 'Go') {
      // Python shows the SDK at first; the choice is kept for Go.
      if (name === 'Go') await view.getByText('Huawei Cloud SDK (access key)').click();
      await view.getByRole('button', { name: 'Copy', exact: true }).click();
      const [withSdk = ''] = write.mock.lastCall!;
      expect(withSdk).toContain('https://ief.example.com"');
      expect(withSdk).toContain(documentText(document));
      await expect.element(view.getByText('HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK.')).toBeVisible();
      await view.getByText('Standard library (token)').click();
    }
    await view.getByRole('button', { name: 'Copy', exact: true }).click();
    const [copied = ''] = write.mock.lastCall!;
    expect(copied).toContain('https://ief.example.com/v3/p/edgemgr/deployments');
    expect(copied).toContain('i-1');
    expect(copied).toContain(documentText(document));
    await expect.element(view.getByText('environment variables first: IEF_TOKEN.')).toBeVisible();
  }
});

test('a notation that cannot hold everything shows what is lost', async () => {
  const view = await open();
  await view.getByRole('tab', { name: 'Kubernetes' }).click();
  const report = view.getByRole('region', { name: 'Report' });
  await expect.element(report.getByText(/^Carried \d+ of \d+ values$/)).toBeVisible();
  await expect.element(report.getByText('group_id', { exact: true })).toBeVisible();
  await view.getByRole('tab', { name: 'curl' }).click();
  await expect.element(report).not.toBeInTheDocument();
});

test('mistake 13: secrets are named but not shown, and become variables on request', async () => {
  const view = await open();
  await view.getByRole('tab', { name: 'Python' }).click();
  const choice = view.getByRole('combobox', { name: '1 value looks like a secret' });
  const text = view.getByRole('region', { name: 'Exported text' });
  await expect.element(text).toHaveTextContent('hunter2');
  await userEvent.selectOptions(choice, 'Use variables');
  await expect.element(text).not.toHaveTextContent('hunter2');
  await expect.element(text).toHaveTextContent('os.environ["DB_PASSWORD"]');
  await userEvent.selectOptions(choice, 'Leave empty');
  await expect.element(text).not.toHaveTextContent('DB_PASSWORD"])');
  await expect.element(text).not.toHaveTextContent('hunter2');
});

test('Escape closes it', async () => {
  const onClose = vi.fn<() => void>();
  await open(onClose);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
