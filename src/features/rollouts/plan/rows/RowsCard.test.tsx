import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import type { PlanCheck, RowFinding } from '../worker/check-plan.ts';
import { RowsCard } from './RowsCard.tsx';

const rows: readonly PlannedRow[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `gw-${id}` }));
const rollout: PlannedRollout = {
  action: 'create',
  kind: 'node',
  body: initialBody as JsonObject,
  namePattern: 'app-{{n}}',
  rows,
  settings: {} as PlannedRollout['settings'],
};

const finding = (level: RowFinding['level'], message: string): RowFinding => ({
  level,
  kind: 'request',
  message: { en: message, zh: message },
});
/** One row has a problem and a warning, one only a warning. */
const check: PlanCheck = {
  general: [],
  byRow: new Map([
    ['b', [finding('problem', 'The name is taken'), finding('warning', 'Offline')]],
    ['c', [finding('warning', 'Low memory')]],
  ]),
  problems: 1,
  warnings: 1,
  longest: 0,
};

async function renderRows(change: Partial<Parameters<typeof RowsCard>[0]> = {}) {
  const onRows = vi.fn<(next: readonly PlannedRow[]) => void>();
  const view = await renderEditor(
    initialBody,
    <RowsCard
      rollout={rollout}
      check={check}
      lastCheck={check}
      ends={[1, 4]}
      quota={undefined}
      lack={undefined}
      onRows={onRows}
      {...change}
    />,
  );
  const shown = () => view.container.querySelectorAll('[role=row][data-index]').length;
  return { ...view, onRows, shown };
}

const idsOf = (next: readonly PlannedRow[] | undefined) => next?.map(({ id }) => id);

test('each row says what was found, the worst first, and its wave', async () => {
  const { getByRole, shown } = await renderRows();
  await expect.poll(shown).toBe(4);
  const row = (name: string) => getByRole('row').filter({ hasText: name });
  await expect.element(row('app-1')).toHaveTextContent(/app-1gw-aFits1$/);
  await expect
    .element(row('app-2'))
    .toHaveTextContent(/app-2gw-bThe name is taken \(and 1 more\)2$/);
  await expect.element(row('app-3')).toHaveTextContent(/Low memory2$/);
});

test('the rows of a level are shown alone, and can be left out together', async () => {
  const { getByRole, onRows, shown } = await renderRows();
  await getByRole('radio', { name: 'Problems 1' }).click();
  await expect.poll(shown).toBe(1);
  await getByRole('button', { name: 'Leave out this row' }).click();
  expect(idsOf(onRows.mock.lastCall?.[0])).toEqual(['a', 'c', 'd']);
  await getByRole('radio', { name: 'Fits 2' }).click();
  await expect.poll(shown).toBe(2);
  // Rows that fit are not left out by one click.
  await expect.element(getByRole('button', { name: /^Leave out th/ })).not.toBeInTheDocument();
});

test('a row is moved to the front, or left out, also below a filter', async () => {
  const { getByRole, onRows } = await renderRows();
  await getByRole('radio', { name: 'Warnings 1' }).click();
  await getByRole('button', { name: 'Send app-3 first' }).click();
  expect(idsOf(onRows.mock.lastCall?.[0])).toEqual(['c', 'a', 'b', 'd']);
  await getByRole('button', { name: 'Leave out app-3' }).click();
  expect(idsOf(onRows.mock.lastCall?.[0])).toEqual(['a', 'b', 'd']);
});

test('a quota that is too small is said for creates', async () => {
  const quota = { quota: 10, used: 7 } as never;
  const { getByText } = await renderRows({ quota });
  await expect
    .element(getByText('The quota allows 3 more deployments, but the plan creates 4.'))
    .toBeVisible();
});

test('before the check, no row counts as fitting', async () => {
  const { getByRole, getByText, shown } = await renderRows({
    check: undefined,
    lastCheck: undefined,
  });
  await expect.poll(shown).toBe(4);
  await expect.element(getByRole('radio', { name: 'Fits 0' })).toBeInTheDocument();
  await expect.poll(() => getByText('Not checked yet').elements().length).toBe(4);
});

/** A card whose rows can be removed. From then on they are being checked, until another check is given. */
function ShrinkingRows({ found = check }: { found?: PlanCheck }) {
  const [left, setLeft] = useState(rows);
  const [outdated, setOutdated] = useState<PlanCheck>();
  return (
    <RowsCard
      rollout={{ ...rollout, rows: left }}
      check={outdated === found ? undefined : found}
      lastCheck={found}
      ends={[1, 4]}
      quota={undefined}
      lack={undefined}
      onRows={(next) => {
        setLeft(next);
        setOutdated(found);
      }}
    />
  );
}

const shownNames = () =>
  [...document.querySelectorAll('[role=row][data-index] [translate=no]')].map(
    ({ textContent }) => textContent,
  );

test('the focus stays in the table while rows are left out by keyboard', async () => {
  const { getByRole } = await renderEditor(
    initialBody,
    <>
      <PageHeading>Plan</PageHeading>
      <ShrinkingRows />
    </>,
  );
  const leaveOut = (name: string) =>
    getByRole('button', { name: `Leave out ${name}`, exact: true });
  await expect.element(leaveOut('app-4')).toBeInTheDocument();
  focus(leaveOut('app-3'));
  await userEvent.keyboard('{Enter}');
  // The names count the rows, so the row that follows has the name of the removed one now.
  await expect.element(leaveOut('app-4')).not.toBeInTheDocument();
  await expect.element(leaveOut('app-3')).toHaveFocus();
  for (const next of ['app-2', 'app-1']) {
    await userEvent.keyboard('{Enter}');
    await expect.element(leaveOut(next)).toHaveFocus();
  }
  await userEvent.keyboard('{Enter}');
  await expect.element(getByRole('heading', { name: 'Plan' })).toHaveFocus();
});

test('leaving out all rows of a level gives the focus to the choice of all rows', async () => {
  const { getByRole } = await renderEditor(initialBody, <ShrinkingRows />);
  await getByRole('radio', { name: 'Problems 1' }).click();
  focus(getByRole('button', { name: 'Leave out this row' }));
  await userEvent.keyboard('{Enter}');
  await expect.element(getByRole('radio', { name: 'All 3' })).toHaveFocus();
});

test('while rows are checked again, a level shows the rows of the last check without a verdict', async () => {
  const { getByRole, getByText, rerender } = await renderEditor(initialBody, <ShrinkingRows />);
  await getByRole('radio', { name: 'Fits 2' }).click();
  await expect.poll(shownNames).toEqual(['app-1gw-a', 'app-4gw-d']);
  await getByRole('button', { name: 'Leave out app-1' }).click();
  await expect.poll(shownNames).toEqual(['app-3gw-d']);
  await expect.element(getByText('Not checked yet')).toBeVisible();
  for (const name of ['All 3', 'Problems 1', 'Warnings 1', 'Fits 1'])
    await expect.element(getByRole('radio', { name })).toBeInTheDocument();
  await getByRole('radio', { name: 'Warnings 1' }).click();
  // Nobody knows yet whether they still have the warning.
  await expect
    .element(getByRole('button', { name: 'Leave out this row' }))
    .toHaveAttribute('aria-disabled', 'true');
  await rerender(<ShrinkingRows found={{ ...check }} />);
  await expect.element(getByText('Low memory')).toBeVisible();
  await expect
    .element(getByRole('button', { name: 'Leave out this row' }))
    .toHaveAttribute('aria-disabled', 'false');
});

test('below a filter, the focus stays in the table, or goes to the choice if the check empties it', async () => {
  const sameName = [finding('problem', 'The name is taken')];
  const found = {
    ...check,
    problems: 2,
    warnings: 0,
    byRow: new Map([
      ['b', sameName],
      ['d', sameName],
    ]),
  };
  const { getByRole, getByText, rerender } = await renderEditor(
    initialBody,
    <ShrinkingRows found={found} />,
  );
  await getByRole('radio', { name: 'Problems 2' }).click();
  await expect.poll(shownNames).toEqual(['app-2gw-b', 'app-4gw-d']);
  focus(getByRole('button', { name: 'Leave out app-2' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(shownNames).toEqual(['app-3gw-d']);
  await expect.element(getByText('Not checked yet')).toBeVisible();
  await expect.element(getByRole('button', { name: 'Leave out app-3' })).toHaveFocus();
  await rerender(
    <ShrinkingRows found={{ ...check, problems: 0, warnings: 0, byRow: new Map() }} />,
  );
  await expect.element(getByText('No row matches.')).toBeVisible();
  await expect.element(getByRole('radio', { name: 'Problems 0' })).toHaveFocus();
});
