import { Boxes } from 'lucide-react';
import { useEffect } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import type { Update } from '#src/features/update/open-update.ts';
import { updateWords as words } from '#src/features/update/update-words.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { HistoryButtons } from '../bar/HistoryButtons.tsx';
import { LanguageSwitch } from '../bar/LanguageSwitch.tsx';
import { ThemeSwitch } from '../bar/ThemeSwitch.tsx';
import styles from './update-host.module.css';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

/** The deployment that is updated, with undo, the target and the switches of the page. */
export function UpdateBar({ update }: { update: Update }) {
  const t = useWords();
  const translate = useTranslate();
  const title = translate(words.title(foreignShort(update.name)));
  const isKnown = useConnection().targetState.state === 'known';
  useEffect(() => {
    document.title = `${title} · IEF Deployment Builder`;
  }, [title]);
  return (
    <header className={styles.bar}>
      <div className={styles.product}>
        <Boxes size={22} aria-hidden />
        <span className={styles.productName}>{t('app.name')}</span>
      </div>
      <div className={styles.title}>{title}</div>
      <HistoryButtons />
      {isKnown && (
        <PartBoundary>
          <ConnectionBadges />
        </PartBoundary>
      )}
      <TargetChip />
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
