import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Update } from '#src/features/update/open-update.ts';
import { updateWords as words } from '#src/features/update/update-words.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { HistoryButtons } from '../bar/HistoryButtons.tsx';
import { SmallBar } from '../bar/SmallBar.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import styles from './update-host.module.css';

const UpdateHistory = lazyPart(async () => (await import('./UpdateHistory.tsx')).UpdateHistory);

/** The deployment that is updated, with undo, the target and the switches of the page. */
export function UpdateBar({ update }: { update: Update }) {
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const title = translate(words.title(foreignShort(update.name)));
  useTabTitle(title);
  return (
    <SmallBar>
      <div className={styles.title} title={title}>
        {title}
      </div>
      {/* An undo would replace a text that is not the document yet. */}
      {!readOnly && <HistoryButtons />}
      <PartBoundary>
        <UpdateHistory update={update} />
      </PartBoundary>
    </SmallBar>
  );
}
