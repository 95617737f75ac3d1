import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { paletteWords } from './palette-words.ts';
import styles from './palette.module.css';
import { keysOf, shortcutGroups } from './shortcuts.ts';

/** All keyboard shortcuts of the page. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {translate(paletteWords.shortcuts)}
        </h2>
        <IconButton size="small" aria-label={translate(paletteWords.close)} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys */}
      <div tabIndex={0} role="region" aria-labelledby={id} className={styles.sheet}>
        {shortcutGroups.map(({ title, shortcuts }) => (
          <section key={title.en}>
            <h3 className={styles.group}>{translate(title)}</h3>
            <dl className={styles.shortcuts}>
              {shortcuts.map(({ keys, does }) => (
                <div key={does.en} className={styles.shortcut}>
                  <dt>{translate(does)}</dt>
                  <dd>
                    {keys.map((combination) => (
                      <kbd key={combination} className={styles.keys}>
                        {keysOf(combination)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
