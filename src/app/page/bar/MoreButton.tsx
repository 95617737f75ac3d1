import IconButton from '@mui/material/IconButton';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import type { PageActions } from '../palette/use-action-commands.ts';
import styles from './top-bar.module.css';

const MoreMenu = lazyPart(async () => (await import('./MoreMenu.tsx')).MoreMenu);

/** Opens the menu of the actions that have no button in the bar. */
export function MoreButton({ actions }: { actions: PageActions }) {
  const t = useWords();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('app.more')}
        title={t('app.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        className={styles.more}
      >
        <Ellipsis size={18} aria-hidden />
      </IconButton>
      {anchor && (
        <PartBoundary onFailed={close}>
          <MoreMenu anchor={anchor} actions={actions} onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}
