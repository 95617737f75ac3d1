import { List } from 'lucide-react';
import { useState } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './reference-button.module.css';
import type { ReferenceProps } from './reference-props.ts';
import { pickReferenceWords as words } from './words.ts';

const ReferencePicker = lazyPart(
  async () => (await import('./ReferencePicker.tsx')).ReferencePicker,
);

/** Opens the configmaps or secrets of the project. It is in the field of the name. */
export function ReferenceButton(props: ReferenceProps) {
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement>();
  if (readOnly) return null;
  const close = () => setAnchor(undefined);
  return (
    <>
      <button
        type="button"
        aria-label={translate(words.choose[props.kind])}
        title={translate(words.choose[props.kind])}
        aria-haspopup="dialog"
        className={styles.button}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <List size={16} aria-hidden />
      </button>
      {anchor && (
        <PartBoundary onFailed={close}>
          <ReferencePicker {...props} anchor={anchor} onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}
