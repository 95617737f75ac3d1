import { CloudOff } from 'lucide-react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useTargetName } from './FixedCard.tsx';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

/** Says what an update does if its node is offline; nothing if the node runs or its state is not known. */
export function OfflineNote() {
  const translate = useTranslate();
  const { state, shortName } = useTargetName();
  if (state === undefined || state === '' || state === 'RUNNING') return null;
  return (
    <div role="note" className={styles.offline}>
      <CloudOff size={18} aria-hidden />
      <div>
        <strong>{translate(words.offline(foreignShort(shortName)))}</strong>
        <div>{translate(words.offlineHelp)}</div>
      </div>
    </div>
  );
}
