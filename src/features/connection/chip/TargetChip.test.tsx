import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { connection } from '#src/client/connection/connection.testing.ts';
import { changeSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { TargetChip } from './TargetChip.tsx';

afterEach(() => changeSession({ edition: 'professional', instanceId: '' }));

test('the chip shows the instance in use, and only in the platinum edition', async () => {
  await page.viewport(1280, 720);
  const instanceId = '7d1f2a3b4c5d6e7f8091a2b3c4d5e6f7';
  changeSession({
    targetId: 'north',
    projectId: 'a'.repeat(32),
    edition: 'platinum',
    instanceId,
  });
  await renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <TargetChip />
    </ConnectionContext>,
  );
  const chip = page.getByRole('button');
  await expect.element(chip).toHaveAccessibleName(expect.stringMatching(new RegExp(instanceId)));
  await expect.element(chip.getByText(/Platinum.*7d1f2a…e6f7/)).toBeVisible();
  changeSession({ edition: 'professional' });
  await expect.element(chip.getByText(/7d1f2a/)).not.toBeInTheDocument();
});
