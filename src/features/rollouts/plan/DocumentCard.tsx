import Button from '@mui/material/Button';
import { Link } from 'wouter';
import type { JsonObject } from '#src/json/value.ts';
import { asList, asObject } from '#src/json/value.ts';
import { getIn } from '#src/json/get-in.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { planWords as words } from './plan-words.ts';
import styles from './plan.module.css';

interface DocumentCardProps {
  body: JsonObject;
  source: string;
  /** Errors in the document itself, which no row can correct. */
  errors: number;
}

/** The document that every node gets. */
export function DocumentCard({ body, source, errors }: DocumentCardProps) {
  const translate = useTranslate();
  const containers = asList(getIn(body, ['deployment', 'template', 'containers'])).map(asObject);
  return (
    <Card
      title={translate(words.document)}
      help={translate(words.documentHelp)}
      actions={
        <Button component={Link} href="/new/review" size="small" variant="text">
          {translate(words.edit)}
        </Button>
      }
    >
      <p className={styles.strong} translate="no">
        {source === '' ? translate(words.unnamed) : <ForeignName text={source} />}
      </p>
      <ul aria-label={translate(words.containers)} className={styles.containers}>
        {containers.map(({ name, image_url: image }, index) => (
          // Two containers may have the same name, and none moves here.
          <li key={index} translate="no">
            <ForeignName text={typeof name === 'string' ? name : String(index + 1)} />{' '}
            <code>
              <ForeignName text={typeof image === 'string' ? image : ''} />
            </code>
          </li>
        ))}
      </ul>
      {errors > 0 && (
        <p role="alert" className={styles.bad}>
          {translate(words.errorsInBody(errors))}
        </p>
      )}
    </Card>
  );
}
