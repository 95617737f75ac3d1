import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useNeededIsLoaded } from '#src/ui/parts/use-was-idle.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { BadgesWhenKnown } from '../connection/BadgesWhenKnown.tsx';
import type { PageActions } from '../palette/use-action-commands.ts';
import { DocumentTitle } from './DocumentTitle.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';
import { ImportButton } from './ImportButton.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MoreButton } from './MoreButton.tsx';
import { PaletteButton } from './PaletteButton.tsx';
import { NewDocumentButton } from './NewDocumentButton.tsx';
import { Product } from './Product.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './top-bar.module.css';

const DocumentTools = lazyPart(
  async () => (await import('../document-tools/DocumentTools.tsx')).DocumentTools,
);

interface TopBarProps {
  draft: Draft;
  saveWord: ReactNode;
  actions: PageActions;
}

/** Product, document, target, language and theme. The bar is the same on every step. */
export function TopBar({ draft, saveWord, actions }: TopBarProps) {
  const t = useWords();
  const { readOnly } = useEditor();
  return (
    <header className={styles.bar}>
      {/* First in the tab order and visible only while focused. */}
      <a href="#step-heading" className={styles.skip}>
        {t('app.skip')}
      </a>
      <Product />
      <Link href="/deployments" className={styles.nav}>
        {t('app.deployments')}
      </Link>
      <Link href="/rollouts" className={styles.nav}>
        {t('app.rollouts')}
      </Link>
      <DocumentTitle saveWord={saveWord} onDrafts={actions.onDrafts} />
      <PaletteButton onPalette={actions.onPalette} />
      {!readOnly && <HistoryButtons />}
      <span className={styles.tools}>
        <LaterTools draft={draft} />
      </span>
      {!readOnly && <NewDocumentButton onNew={actions.onStartNew} />}
      <ImportButton onImport={actions.onImport} />
      <BadgesWhenKnown />
      <TargetChip />
      <LanguageSwitch />
      <ThemeSwitch />
      <MoreButton actions={actions} />
    </header>
  );
}

/** A component of its own, so that the bar does not render again once its code can load. */
function LaterTools({ draft }: { draft: Draft }) {
  if (!useNeededIsLoaded()) return null;
  return (
    <PartBoundary>
      <DocumentTools draft={draft} />
    </PartBoundary>
  );
}
