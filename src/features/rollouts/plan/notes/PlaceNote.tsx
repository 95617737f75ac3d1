import Button from '@mui/material/Button';
import type { Where } from '#src/client/session/saved-place.ts';
import { useSession } from '#src/client/session/session.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { noteWords as words } from './note-words.ts';
import styles from './notes.module.css';
import { isElsewhere } from './place-change.ts';

interface PlaceNoteProps {
  /** The place that the plan was made for. */
  where: Where;
  onTake: (where: Where) => void;
}

/** Warns if the plan was made for another place, or imported from there. */
export function PlaceNote({ where, onTake }: PlaceNoteProps) {
  const translate = useTranslate();
  const { targetId, projectId, edition, instanceId } = useSession();
  const now = { targetId, projectId, edition, instanceId };
  if (!isElsewhere(where, now)) return null;
  return (
    <div role="alert" className={styles.note}>
      <div>
        <b>{translate(words.elsewhere(where.targetId, where.projectId))}</b>
        <p className={styles.quiet}>{translate(words.elsewhereHelp)}</p>
      </div>
      <Button size="small" variant="outlined" onClick={() => onTake(now)}>
        {translate(words.takeConnection)}
      </Button>
    </div>
  );
}
