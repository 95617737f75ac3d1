import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './rail-foot.module.css';

const words = {
  project: { en: 'Project', zh: '项目' },
  noProject: { en: 'not set', zh: '未设置' },
  change: { en: 'Change in connection', zh: '在连接中更改' },
};

/** The facts of the connection that decide how the document is checked and where it goes. */
export function RailFoot() {
  const t = useWords();
  const translate = useTranslate();
  const { edition, generation, projectId } = useSession();
  const { open } = useConnection();
  const page = t(generation === PAGE_GENERATION ? 'generation.page' : 'generation.newer');
  return (
    <div className={styles.foot}>
      <dl className={styles.facts}>
        <dt>{t('edition.label')}</dt>
        <dd>{t(`edition.${edition}`)}</dd>
        <dt>{t('generation.label')}</dt>
        <dd>{page}</dd>
        <dt>{translate(words.project)}</dt>
        {projectId === '' ? (
          <dd>{translate(words.noProject)}</dd>
        ) : (
          <dd translate="no" title={projectId} className={styles.wire}>
            {projectId.length > 12 ? `…${projectId.slice(-8)}` : projectId}
          </dd>
        )}
      </dl>
      <button type="button" onClick={open} className={styles.change}>
        {translate(words.change)}
      </button>
    </div>
  );
}
