import { adopt } from '#src/document/adopt.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { checkTextFor } from '../check/check-edited-text.ts';
import { setPendingText, setTextMode, usePendingText } from '../pending/pending-text.ts';
import { textWords } from '../words/text-words.ts';
import styles from './text-pane.module.css';
import { TextProblems } from './TextProblems.tsx';

interface PendingTextBannerProps {
  draftId: string;
  /** Shows the pane of the editor, where it is not beside the form. */
  onShow: () => void;
}

/** Above the form while the text is not the document: the form is read-only. */
export function PendingTextBanner({ draftId, onShow }: PendingTextBannerProps) {
  const { store } = useEditor();
  const translate = useTranslate();
  const text = usePendingText(draftId);
  if (text === undefined) return null;
  const check = checkTextFor(store, text);
  if (check.kind === 'fine') return null;
  return (
    <div className={styles.banner}>
      <TextProblems
        check={check}
        onAccept={() => {
          if (check.kind !== 'held') return;
          store.edit(adopt(store.get(), check.document));
          setPendingText(draftId, undefined);
        }}
        onRestore={() => setPendingText(draftId, undefined)}
        showLabel={translate(textWords.open)}
        onShow={() => {
          setTextMode(true);
          onShow();
        }}
      />
    </div>
  );
}
