import { useEffect, useMemo, useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ruleExamples } from '#src/domain/deployment/rules/examples/rule-examples.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { RootIssues } from '../shell/RootIssues.tsx';
import { StepBody } from '../shell/StepBody.tsx';
import { containerOf, sectionOf, stepOf, type SectionId } from '../steps.ts';
import { containersOf, ViewContext } from '../view.ts';

/** The step that shows a path, after the user has seen all problems. */
function StepOfPath({ path }: { path: Path }) {
  const { store, problemVisibility } = useEditor();
  const place = containerOf(path);
  const [openId, open] = useState(
    () =>
      containersOf(store.get()).find(
        ({ list, index }) => list === place?.list && index === place.index,
      )?.id,
  );
  const [section, showSection] = useState<SectionId>(sectionOf(path));
  const view = useMemo(() => ({ openId, section, open, showSection }), [openId, section]);
  useEffect(() => {
    void problemVisibility.submit();
  }, [problemVisibility]);
  return (
    <ViewContext value={view}>
      <RootIssues />
      <StepBody step={stepOf(path)} goTo={() => undefined} submit={null} />
    </ViewContext>
  );
}

test('the form has a control for each broken rule, which opens its text, source and examples', async () => {
  await page.viewport(1000, 800);
  for (const { id, title } of rules) {
    const { broken, context } = ruleExamples[id]!;
    const issue = validate(broken, context).find(({ rule }) => rule === id)!;
    const view = await renderEditor(broken, <StepOfPath path={issue.path} />, context);
    const control = page.getByRole('button', { name: id, exact: true }).first();
    await expect.element(control, { message: id, interval: 10 }).toBeVisible();
    (control.element() as HTMLElement).click();
    const help = control.element().parentElement!;
    await expect.poll(() => help.textContent, { interval: 10 }).toContain('Corrected');
    expect(help.textContent).toContain(title.en);
    expect(help.textContent).toContain('Source: ');
    expect(help.textContent).toContain('Invalid');
    await view.unmount();
  }
});
