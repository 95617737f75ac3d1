import clsx from 'clsx';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { TargetKind } from './TargetKind.tsx';
import styles from './target.module.css';

/** The facts that the configuration sets for a target: kind, region, and who signs in. */
export function TargetCard({ target }: { target: Target }) {
  const t = useWords();
  return (
    <div className={clsx(styles.card, styles[target.kind])}>
      <div className={styles.meaning}>
        <TargetKind kind={target.kind} />
        <span>{t(target.kind === 'live' ? 'connection.liveMeans' : 'connection.mockMeans')}</span>
      </div>
      <dl className={styles.facts}>
        {target.region && (
          <>
            <dt>{t('connection.region')}</dt>
            <dd className={styles.region}>{target.region}</dd>
          </>
        )}
        <dt>{t('connection.signIn.label')}</dt>
        <dd>{t(`connection.signIn.${target.auth}`)}</dd>
      </dl>
    </div>
  );
}
