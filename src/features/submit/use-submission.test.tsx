import { expect, test } from 'vitest';
import { renderEditor } from '#src/testing/render-editor.tsx';
import type { Submission } from './submission/submission-view.ts';
import { useSubmission } from './use-submission.ts';

const noWords = async () => {};

/** Calls `onShow` with the submission of each rendering. */
function Shown(props: { document: string; onShow: (submission: Submission | undefined) => void }) {
  props.onShow(useSubmission(props.document, noWords).submission);
  return null;
}

test('a page that switches to another document never shows the ended submission of the previous one', async () => {
  const shown = new Map<string, Set<Submission | undefined>>();
  const show = (document: string) => {
    const submissions = new Set<Submission | undefined>();
    shown.set(document, submissions);
    return <Shown document={document} onShow={(submission) => submissions.add(submission)} />;
  };
  const opened = (document: string) => [...shown.get(document)!].filter((one) => one !== undefined);
  const { rerender } = await renderEditor({}, show('first'));
  await expect.poll(() => opened('first')).toHaveLength(1);
  await rerender(show('second'));
  await expect.poll(() => opened('second')).toHaveLength(1);
  expect(opened('second')[0]).not.toBe(opened('first')[0]);
});
