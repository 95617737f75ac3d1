import { expect, test, vi } from 'vitest';
import { northPlace as place } from '#src/client/session/place.fixture.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ConfirmAction } from './ConfirmAction.tsx';

const items = [
  { id: '1', name: 'edge-web' },
  { id: '2', name: 'edge-db' },
];

async function renderQuestion(change: Partial<Parameters<typeof ConfirmAction>[0]> = {}) {
  const onConfirm = vi.fn<(force: boolean) => void>();
  const view = await renderEditor(
    initialBody,
    <ConfirmAction
      action="delete"
      items={items.slice(0, 1)}
      place={place}
      offlineNodes={[]}
      onConfirm={onConfirm}
      onCancel={() => undefined}
      {...change}
    />,
  );
  return { ...view, onConfirm };
}

test('a delete at a live target needs the name', async () => {
  const { onConfirm, getByRole, getByText } = await renderQuestion();
  const name = getByRole('textbox', { name: 'Type the name to confirm' });
  await name.fill('edge');
  await getByRole('button', { name: 'Delete' }).click();
  await expect.element(getByText('This does not match.')).toBeVisible();
  expect(onConfirm).not.toHaveBeenCalled();
  await name.fill('edge-web');
  await getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => onConfirm.mock.calls).toEqual([[false]]);
});

test('several need their number', async () => {
  const { onConfirm, getByRole } = await renderQuestion({ items });
  await getByRole('textbox', { name: 'Type the number of deployments to confirm' }).fill('2');
  await getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => onConfirm.mock.calls).toEqual([[false]]);
});

test('on the mock nothing is typed; with an offline node the delete can be forced', async () => {
  const { onConfirm, getByRole, getByText } = await renderQuestion({
    place: { ...place, kind: 'mock' },
    offlineNodes: ['kiosk-1'],
  });
  await expect.element(getByText(/^Offline: kiosk-1/)).toBeVisible();
  await expect.element(getByRole('textbox')).not.toBeInTheDocument();
  await getByRole('checkbox', { name: /^Delete the record at once/ }).click();
  await getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => onConfirm.mock.calls).toEqual([[true]]);
});
