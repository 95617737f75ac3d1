import clsx from 'clsx';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { referenceWords as words } from './reference-words.ts';
import styles from './reference.module.css';

/** A rule: its text, its source, and an invalid and a corrected example. */
export function RuleCard({ rule }: { rule: RuleHelp }) {
  const translate = useTranslate();
  const { id, title, severity, basis, source, sourceHref, edition, generation, path } = rule;
  return (
    <section id={id} aria-label={id} className={styles.card}>
      <div className={styles.cardHead}>
        <h3>
          <a href={`#${id}`}>{id}</a>
        </h3>
        <span className={styles[severity]}>{translate(words.severities[severity])}</span>
        <span className={styles.quiet}>
          {translate(words.source)}
          {sourceHref ? (
            <a href={translate(sourceHref)} target="_blank" rel="noreferrer">
              {translate(source)}
            </a>
          ) : (
            translate(source)
          )}
          {basis === 'inferred' && translate(words.inferred)}
        </span>
        {edition && <span className={styles.quiet}>{translate(words[edition])}</span>}
        {generation && (
          <span className={styles.quiet}>{translate(words.generation(generation))}</span>
        )}
      </div>
      <p className={styles.requirement}>{translate(title)}</p>
      {rule.dependsOnTarget && (
        <p className={clsx(styles.requirement, styles.quiet)}>{translate(words.onTarget)}</p>
      )}
      <div className={styles.examples}>
        <Example label={translate(words.invalid)} path={path} text={rule.broken} isInvalid />
        <Example label={translate(words.valid)} path={path} text={rule.corrected} />
      </div>
    </section>
  );
}

interface ExampleProps {
  label: string;
  path: string;
  text: string;
  isInvalid?: boolean;
}

function Example({ label, path, text, isInvalid }: ExampleProps) {
  return (
    <figure className={clsx(styles.example, isInvalid ? styles.invalid : styles.valid)}>
      <figcaption>
        <b>{label}</b> {path !== '$' && <code translate="no">{path}</code>}
      </figcaption>
      <pre translate="no">{text}</pre>
    </figure>
  );
}
