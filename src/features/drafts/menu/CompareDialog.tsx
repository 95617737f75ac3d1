import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import { FormSelect } from '#src/ui/forms/FormSelect.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentChanges } from '#src/views/diff/DocumentChanges.tsx';
import { storageProblem } from '../storage-problem.ts';
import type { DraftSummary } from './draft-list.ts';
import { latestDraft } from '../latest-drafts.ts';
import styles from './menu.module.css';
import { draftWords } from './menu-words.ts';

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
  const comparison = useStoredPair(chosen.before, chosen.after);
  const names = drafts.map(({ id, label, name }) => ({
    id,
    name: label ?? (name || translate(draftWords.untitled)),
  }));
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
  const options = names.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
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
      <div className={styles.differences}>
        {comparison && 'problem' in comparison && (
          <p role="alert" className={styles.problem}>
            {translate(comparison.problem)}
          </p>
        )}
        {comparison && 'documents' in comparison && (
          <DocumentChanges
            {...comparison.documents}
            labels={{ before: nameOf(chosen.before), after: nameOf(chosen.after) }}
          />
        )}
      </div>
      <DialogActions className={styles.compareActions ?? ''}>
        <Button variant="contained" onClick={onClose}>
          {translate(draftWords.close)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type StoredPair =
  | { readonly documents: { readonly before: Json; readonly after: Json } }
  | { readonly problem: Text };

/** Undefined until both drafts are read. */
function useStoredPair(before: string, after: string): StoredPair | undefined {
  const [found, setFound] = useState<{ key: string; result: StoredPair }>();
  const key = `${before} ${after}`;
  useEffect(() => {
    let isGone = false;
    void readPair(before, after).then((result) => {
      if (!isGone) setFound({ key, result });
    });
    return () => {
      isGone = true;
    };
  }, [before, after, key]);
  return found?.key === key ? found.result : undefined;
}

async function readPair(before: string, after: string): Promise<StoredPair> {
  try {
    const [first, second] = await Promise.all([latestDraft(before), latestDraft(after)]);
    if (!first || !second) return { problem: draftWords.gone };
    return { documents: { before: first.document, after: second.document } };
  } catch (error) {
    return { problem: draftWords.failed(storageProblem(error).message) };
  }
}
