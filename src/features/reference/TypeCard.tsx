import { apiPageHref } from '#src/domain/api/api-page.ts';
import type { FieldEntry, TypeEntry } from '#src/reference/field-entries.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { referenceWords as words } from './reference-words.ts';
import styles from './reference.module.css';

/** A type of the API: one row per field. */
export function TypeCard({ type }: { type: TypeEntry }) {
  const language = useLanguage();
  const translate = useTranslate();
  const { anchor, name, table, label, oneOf, fields } = type;
  return (
    <section aria-labelledby={anchor} className={styles.card}>
      <div className={styles.cardHead}>
        <h2 id={anchor}>{translate(label)}</h2>
        <code translate="no">{name}</code>
        {table === undefined ? (
          <span className={styles.quiet}>{translate(words.newer)}</span>
        ) : (
          <a href={apiPageHref(table, language)} target="_blank" rel="noreferrer">
            {translate(words.table(table))}
          </a>
        )}
      </div>
      {oneOf.length > 0 && (
        <p className={styles.oneOf}>{translate(words.oneOf(oneOf.join(', ')))}</p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate(words.columns.field)}</th>
            <th scope="col">{translate(words.columns.type)}</th>
            <th scope="col">{translate(words.columns.limits)}</th>
            <th scope="col">{translate(words.columns.rules)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow key={field.key} field={field} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldRow({ field }: { field: FieldEntry }) {
  const translate = useTranslate();
  const { paths, label, help, type, isRequired, limits, unit, assumed, rules } = field;
  const [anchor, ...others] = paths;
  return (
    <tr id={anchor} className={styles.row}>
      <th scope="row">
        {/* Other locations of the field have anchors, too. */}
        {others.map((path) => (
          <span key={path} id={path} />
        ))}
        <a href={`#${anchor}`} className={styles.label}>
          {translate(label)}
        </a>
        {isRequired && <span className={styles.required}>{translate(words.required)}</span>}
        {paths.map((path) => (
          <code key={path} translate="no">
            {path}
          </code>
        ))}
        {help && <span className={styles.quiet}>{translate(help)}</span>}
      </th>
      <td>{translate(type)}</td>
      <td>
        {limits && <div>{translate(limits)}</div>}
        {unit && <div>{translate(words.unit(translate(unit)))}</div>}
        {assumed !== undefined && <div>{translate(words.assumed(assumed))}</div>}
        {field.edition && <div>{translate(words[field.edition])}</div>}
        {field.generation && <div>{translate(words.generation(field.generation))}</div>}
      </td>
      <td>
        <div className={styles.ruleLinks}>
          {rules.map(({ id, only }) => (
            <span key={id}>
              <a href={`#${id}`}>{id}</a>
              {only && <span className={styles.quiet}> {translate(words[only])}</span>}
            </span>
          ))}
        </div>
      </td>
    </tr>
  );
}
