import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { earlierStopsQuery } from '#src/client/rollouts/earlier-stops.ts';
import { useSession } from '#src/client/session/session.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { noteWords as words } from './note-words.ts';
import styles from './notes.module.css';

interface EarlierStopsProps {
  rollout: PlannedRollout;
  /** The name of the document; empty for existing deployments. */
  source: string;
}

/** Where earlier rollouts of the same deployment stopped. */
export function EarlierStops({ rollout, source }: EarlierStopsProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const session = useSession();
  const { action, rows } = rollout;
  const names = action === 'create' ? source : (rows[0]?.name ?? '');
  const { data = [] } = useQuery({
    ...earlierStopsQuery(session, action, names),
    enabled: names !== '',
    retry: false,
  });
  if (data.length === 0) return null;
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <ul className={styles.stops}>
      {data.map(({ id, firstName, wave, atMs }) => (
        <li key={id}>
          {translate(words.stopped(foreignShort(firstName), wave, time.format(atMs)))}{' '}
          <Link href={`/rollouts/${encodeURIComponent(id)}`} className={styles.link}>
            {translate(words.show)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
