import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Text } from '#src/domain/core/text.ts';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentDiff } from '#src/views/diff/DocumentDiff.tsx';
import { toDiffRows, type DiffRow } from '#src/views/diff/diff-rows.ts';
import type { FirstItems } from '#src/views/first-items.ts';
import { readDraft } from '../draft-database.ts';
import { storageProblem } from '../storage-problem.ts';
import type { DraftSummary } from './draft-list.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';

/** The most differences that are shown. */
const MAX_CHANGES = 500;

interface CompareDialogProps {
  drafts: readonly DraftSummary[];
  /** IDs of the drafts that are compared first. */
  before: string;
  after: string;
  onClose: () => void;
}

/** The differences between two drafts, which can be chosen. */
export function CompareDialog({ drafts, before, after, onClose }: CompareDialogProps) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: { before, after } });
  const chosen = form.watch();
  const comparison = useComparison(chosen.before, chosen.after);
  const options = drafts.map(({ id, label, name }) => (
    <option key={id} value={id}>
      {label ?? (name || translate(draftWords.untitled))}
    </option>
  ));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="compare-title">
      <div className={styles.header}>
        <h2 id="compare-title" className={styles.title}>
          {translate(draftWords.compareTitle)}
        </h2>
      </div>
      <div className={styles.compare}>
        <FormSelect label={translate(draftWords.before)} registration={form.register('before')}>
          {options}
        </FormSelect>
        <FormSelect label={translate(draftWords.after)} registration={form.register('after')}>
          {options}
        </FormSelect>
      </div>
      <div
        role="region"
        aria-labelledby="compare-title"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        className={styles.differences}
      >
        {comparison && 'problem' in comparison && (
          <p role="alert" className={styles.problem}>
            {translate(comparison.problem)}
          </p>
        )}
        {comparison && 'changes' in comparison && <DocumentDiff changes={comparison.changes} />}
      </div>
      <DialogActions className={styles.compareActions ?? ''}>
        <Button variant="contained" onClick={onClose}>
          {translate(draftWords.close)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type Comparison = { readonly changes: FirstItems<DiffRow> } | { readonly problem: Text };

/** Undefined until both drafts are read. */
function useComparison(before: string, after: string): Comparison | undefined {
  const [found, setFound] = useState<{ key: string; result: Comparison }>();
  const key = `${before} ${after}`;
  useEffect(() => {
    let isGone = false;
    void compare(before, after).then((result) => {
      if (!isGone) setFound({ key, result });
    });
    return () => {
      isGone = true;
    };
  }, [before, after, key]);
  return found?.key === key ? found.result : undefined;
}

async function compare(before: string, after: string): Promise<Comparison> {
  try {
    const [first, second] = await Promise.all([readDraft(before), readDraft(after)]);
    if (!first?.ok || !second?.ok) return { problem: draftWords.gone };
    return {
      changes: toDiffRows(first.draft.document, second.draft.document, MAX_CHANGES),
    };
  } catch (error) {
    return { problem: draftWords.failed(storageProblem(error).message) };
  }
}
