import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadRules } from '#src/app/page/editor/load-rules.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { IssueLines } from './IssueLine.tsx';

const issue = {
  severity: 'error',
  rule: 'R08',
  message: { en: 'The number of replicas is 3.', zh: '副本数为 3。' },
} as const;

test('the number of a rule shows and hides its requirement, with the keyboard too', async () => {
  await loadRules(initialBody, { edition: 'professional' });
  await renderEditor(initialBody, <IssueLines issues={[issue]} />);
  const number = page.getByRole('button', { name: 'R08' });
  const requirement = page.getByText('The professional edition runs exactly 1 replica');
  await expect.element(number).toHaveAttribute('aria-expanded', 'false');
  await expect.element(requirement).not.toBeInTheDocument();
  await number.click();
  await expect.element(requirement).toBeVisible();
  await expect.element(number).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(requirement).not.toBeInTheDocument();
});

test('the help of a rule has its source, a link to the reference, and two examples', async () => {
  await loadRules(initialBody, { edition: 'professional' });
  await renderEditor(initialBody, <IssueLines issues={[issue]} />);
  await page.getByRole('button', { name: 'R08' }).click();
  await expect
    .element(page.getByRole('link', { name: 'table 4' }))
    .toHaveAttribute('href', expect.stringContaining('ief_02_0082.html#:~:text=Table%204'));
  await expect
    .element(page.getByRole('link', { name: 'Field reference' }))
    .toHaveAttribute('href', '/reference#R08');
  await expect.element(page.getByText('Invalid', { exact: true })).toBeVisible();
  await expect.element(page.getByText('"replicas": 2')).toBeVisible();
  await expect.element(page.getByText('"replicas": 1')).toBeVisible();
});

test('an issue without a rule has no number', async () => {
  await renderEditor(
    initialBody,
    <IssueLines issues={[{ severity: 'error', message: 'Empty.' }]} />,
  );
  await expect.element(page.getByText('Empty.')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});
