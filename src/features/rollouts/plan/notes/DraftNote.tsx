import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { KeptPlan, PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { noteWords as words } from './note-words.ts';
import styles from './notes.module.css';

interface DraftNoteProps {
  kept: KeptPlan;
  readDraft: () => Promise<PlannedDraft | undefined>;
  onTake: (draft: PlannedDraft) => void;
}

/** Says so if the draft was changed after the plan took its copy, and offers the changed one. */
export function DraftNote({ kept, readDraft, onTake }: DraftNoteProps) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<PlannedDraft>();
  const { action, body } = kept.rollout;
  const isCopy = action === 'create' && kept.draftId !== undefined;
  useEffect(() => {
    if (!isCopy) return undefined;
    let isGone = false;
    // Another tab may have edited it, too.
    const look = () => void readDraft().then((read) => !isGone && setDraft(read));
    look();
    addEventListener('focus', look);
    return () => {
      isGone = true;
      removeEventListener('focus', look);
    };
  }, [isCopy, readDraft]);
  const isNewer =
    isCopy &&
    draft?.id === kept.draftId &&
    draft !== undefined &&
    JSON.stringify(draft.document) !== JSON.stringify(body);
  if (!isNewer) return null;
  return (
    <div role="status" className={styles.note}>
      <div>
        <b>{translate(words.draftChanged)}</b>
        <p className={styles.quiet}>{translate(words.draftHelp)}</p>
      </div>
      <Button size="small" variant="outlined" onClick={() => onTake(draft)}>
        {translate(words.takeDraft)}
      </Button>
    </div>
  );
}
