import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { isFinalRefusal } from '#src/client/pods/polling.ts';
import { projectQuotasQuery, type QuotaRecord } from '#src/client/queries/resources.ts';
import { useSession } from '#src/client/session/session.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { AroundForeign, ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { projectWords as words } from '../words/project-words.ts';
import styles from './project.module.css';

/** Quotas change more slowly than deployments. */
const QUOTAS_POLL_MS = 15_000;

/** The quotas of the project as bars. */
export function QuotasCard() {
  const t = useWords();
  const translate = useTranslate();
  const { data, error } = useQuery({
    ...projectQuotasQuery(useSession()),
    refetchInterval: ({ state }) => (isFinalRefusal(state.error) ? false : QUOTAS_POLL_MS),
  });
  return (
    <Card title={translate(words.quotas)} help={translate(words.quotasHelp)}>
      {error !== null && (
        <p className={styles.text}>
          <AroundForeign
            words={(reason) => translate(words.failed(reason))}
            text={reasonOf(error, t('connection.noAnswer'))}
          />
        </p>
      )}
      <ul className={styles.quotas}>
        {data?.map((quota) => (
          <QuotaItem key={quota.type} {...quota} />
        ))}
      </ul>
    </Card>
  );
}

/** From this percentage on, the bar warns. */
const NEARLY_FULL = 90;

function QuotaItem({ type, used, quota }: QuotaRecord) {
  const translate = useTranslate();
  const format = new Intl.NumberFormat(useLanguage());
  const label = words.types[type];
  return (
    <li>
      <span>{label ? translate(label) : <ForeignName text={type} />}</span>
      {/* A limit of each resource: the project does not use it up. */}
      {type === 'tag' ? (
        <span className={styles.numbers}>{translate(words.atMost(format.format(quota)))}</span>
      ) : (
        <Usage used={used} quota={quota} format={format} />
      )}
    </li>
  );
}

interface UsageProps extends Pick<QuotaRecord, 'used' | 'quota'> {
  format: Intl.NumberFormat;
}

/** The numbers and a bar. */
function Usage({ used, quota, format }: UsageProps) {
  const translate = useTranslate();
  const percent = quota > 0 ? Math.min(100, Math.round((used / quota) * 1000) / 10) : 100;
  const warning =
    used >= quota ? words.usedUp : percent >= NEARLY_FULL ? words.nearlyFull : undefined;
  return (
    <>
      <span className={styles.numbers}>
        {translate(words.usage(format.format(used), format.format(quota)))}
        {warning && <strong className={styles.warning}>{translate(warning)}</strong>}
      </span>
      <svg aria-hidden className={clsx(styles.bar, warning && styles.nearlyFull)}>
        <rect className={styles.track} width="100%" height="6" rx="3" />
        {used > 0 && <rect width={`${Math.max(percent, 1)}%`} height="6" rx="3" />}
      </svg>
    </>
  );
}
