import { ServerCrash } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Explanation } from '#src/domain/health/explain-failure.ts';
import { failureTitles } from '#src/domain/health/failure-causes.ts';
import { ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { failureWords as words } from '../words/failure-words.ts';
import { NodeCommand } from './NodeCommand.tsx';
import styles from './failure.module.css';

interface FailureCardProps {
  explanation: Explanation;
  podName: string;
  reason: string;
  /** What the instance reported before, if only that points to a cause; empty otherwise. */
  earlier: string;
  /** How many other instances fail, too. */
  others: number;
  /** How long nothing has changed; undefined if that is not the problem. */
  stuck: ReactNode;
}

/** The failure, the message of the service, possible causes, and commands for the node. */
export function FailureCard({
  explanation,
  podName,
  reason,
  earlier,
  others,
  stuck,
}: FailureCardProps) {
  const translate = useTranslate();
  const { kind, container, causes, diagnose, logs } = explanation;
  const title = translate(failureTitles[kind]);
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>
        <ServerCrash size={18} aria-hidden />
        <span>{translate(words.of(title, container === '' ? podName : container))}</span>
      </h2>
      {stuck && <p className={styles.text}>{stuck}</p>}
      <p className={styles.text}>
        {reason === '' ? (
          translate(words.noReason)
        ) : (
          <>
            {translate(words.reported)}{' '}
            <span className={styles.wire}>
              <ForeignText key={reason} text={reason} />
            </span>
          </>
        )}{' '}
        {others > 0 && translate(words.others(others))}
      </p>
      {earlier !== '' && (
        <p className={styles.text}>
          {translate(words.earlier)}{' '}
          <span className={styles.wire}>
            <ForeignText key={earlier} text={earlier} />
          </span>
        </p>
      )}
      <h3 className={styles.subtitle}>{translate(words.causes)}</h3>
      <ol aria-label={translate(words.causes)} className={styles.causes}>
        {causes.map(({ cause, isLikely, commands }) => (
          <li key={cause.id} className={isLikely ? styles.likely : undefined}>
            <b>{translate(cause.title)}</b>
            {isLikely && <span className={styles.badge}>{translate(words.likely)}</span>}
            <p>{translate(cause.check)}</p>
            {commands.map((command) => (
              <NodeCommand key={command} text={command} />
            ))}
          </li>
        ))}
      </ol>
      <h3 className={styles.subtitle}>{translate(words.onNode)}</h3>
      <p className={styles.text}>{translate(words.diagnose)}</p>
      <NodeCommand text={diagnose} />
      <p className={styles.text}>{translate(words.logs)}</p>
      {logs.map((command) => (
        <NodeCommand key={command} text={command} />
      ))}
    </section>
  );
}
