import { Boxes } from 'lucide-react';
import { Link } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import type { DeploymentSlots } from '#src/features/deployments/deployment-slots.ts';
import { DeploymentsList } from '#src/features/deployments/list/DeploymentsList.tsx';
import { OneDeployment } from '#src/features/deployments/OneDeployment.tsx';
import { deploymentsWords as words } from '#src/features/deployments/words/deployments-words.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { LanguageSwitch } from '../bar/LanguageSwitch.tsx';
import { ThemeSwitch } from '../bar/ThemeSwitch.tsx';
import { ConnectionDialogs } from '../connection/ConnectionDialogs.tsx';
import { ConnectionProvider } from '../connection/ConnectionProvider.tsx';
import { DeploymentActions } from './DeploymentActions.tsx';
import styles from './deployment-host.module.css';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

const slots: DeploymentSlots = {
  actions: (deployment) => <DeploymentActions deployment={deployment} />,
};

/** The deployments of the project, or one of them, with the connection and the switches of the page. */
export function DeploymentHost({ id }: { id: string | undefined }) {
  return (
    <ConnectionProvider>
      <Bar />
      <main className={styles.page}>
        <Ways hasList={id !== undefined} />
        {id === undefined ? <DeploymentsList /> : <OneDeployment key={id} id={id} {...slots} />}
      </main>
      <ConnectionDialogs />
    </ConnectionProvider>
  );
}

function Bar() {
  const t = useWords();
  const isKnown = useConnection().targetState.state === 'known';
  return (
    <header className={styles.bar}>
      <div className={styles.product}>
        <Boxes size={22} aria-hidden />
        <span className={styles.productName}>{t('app.name')}</span>
      </div>
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

/** Links to the other pages: without a reload, which would forget the token. */
function Ways({ hasList }: { hasList: boolean }) {
  const translate = useTranslate();
  return (
    <nav aria-label={translate(words.ways)} className={styles.ways}>
      <Link href="/new/review">{translate(words.back)}</Link>
      {hasList && <Link href="/deployments">{translate(words.allDeployments)}</Link>}
    </nav>
  );
}
