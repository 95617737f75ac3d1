import Button from '@mui/material/Button';
import { useConnection } from '#src/client/connection/connection.ts';
import { useSession } from '#src/client/session/session.ts';
import { PAGE_GENERATION } from '#src/domain/core/context.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './connection-line.module.css';

const change = { en: 'Change in connection', zh: '在连接中更改' };

/** The edition and the API generation, which are chosen in the connection settings. */
export function ConnectionLine() {
  const t = useWords();
  const translate = useTranslate();
  const { edition, generation } = useSession();
  const { open } = useConnection();
  return (
    <div className={styles.line}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('edition.label')}</dt>
          <dd>{t(`edition.${edition}`)}</dd>
        </div>
        <div>
          <dt>{t('generation.label')}</dt>
          <dd>{t(generation === PAGE_GENERATION ? 'generation.page' : 'generation.newer')}</dd>
        </div>
      </dl>
      <Button size="small" variant="text" onClick={open}>
        <span>{translate(change)}</span>
      </Button>
    </div>
  );
}
