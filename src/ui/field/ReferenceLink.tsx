import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './frame.module.css';

/**
 * Opens the field in the reference. For the mouse: with the keyboard, the link is above the preview, so that it is not in the
 * way from field to field.
 */
export function ReferenceLink({ path }: { path: Path }) {
  const { referenceHref } = useEditor();
  const translate = useTranslate();
  return (
    <a
      href={referenceHref(path)}
      target="_blank"
      rel="noreferrer"
      aria-hidden
      tabIndex={-1}
      title={translate({ en: 'Field reference', zh: '字段参考' })}
      className={styles.reference}
    >
      ?
    </a>
  );
}
