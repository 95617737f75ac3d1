import Button from '@mui/material/Button';
import clsx from 'clsx';
import type { NamedPlace } from '#src/client/session/place.ts';
import type { TargetState } from '#src/client/targets/target-state.ts';
import { AroundForeign, ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { projectEnd } from './words/format-place.ts';
import { submitWords } from './words/submit-words.ts';
import styles from './submit.module.css';

interface DestinationNoteProps {
  targetState: TargetState;
  place: NamedPlace | undefined;
  /** Why the user cannot submit now; replaces the effect of a create. */
  obstacle: string | undefined;
}

/** The target and edition of a create, and its effect; or why the target is not known. */
export function DestinationNote({ targetState, place, obstacle }: DestinationNoteProps) {
  const t = useWords();
  const translate = useTranslate();
  return (
    <div className={styles.destination}>
      {targetState.state === 'failed' && <TargetsFailed {...targetState} />}
      {targetState.state !== 'failed' && place === undefined && (
        <div>
          <span>{t('submit.noTarget')}</span>
        </div>
      )}
      {place && (
        <div>
          <ForeignName text={place.label} />
          <span>{' · '}</span>
          <span>{t(`edition.${place.edition}`)}</span>
        </div>
      )}
      {(obstacle ?? place) && (
        <div className={clsx(obstacle ? styles.obstacle : styles.effect)}>
          <span>
            {obstacle ??
              translate(
                place?.kind === 'mock'
                  ? submitWords.mockEffect
                  : submitWords.liveEffect(projectEnd(place?.projectId ?? '')),
              )}
          </span>
        </div>
      )}
    </div>
  );
}

function TargetsFailed({ reason, retry }: { reason: string; retry: () => void }) {
  const t = useWords();
  return (
    <div>
      <AroundForeign
        words={(hole) => t('connection.targetsFailedHelp', { reason: hole })}
        text={reason}
      />
      <Button size="small" variant="text" onClick={retry} className={styles.retry}>
        {t('action.retry')}
      </Button>
    </div>
  );
}
