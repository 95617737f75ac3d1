import { Link } from 'wouter';
import { apiPageHref } from '#src/domain/api/api-page.ts';
import { ReferencePage } from '#src/features/reference/ReferencePage.tsx';
import { referenceWords as words } from '#src/features/reference/reference-words.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from '../deployments/deployment-host.module.css';
import { PlainPage } from '../deployments/PlainPage.tsx';

/** The reference of fields and rules. */
export function ReferenceHost() {
  const translate = useTranslate();
  return (
    <PlainPage
      ways={
        <nav aria-label={translate(words.ways)} className={styles.ways}>
          <Link href="/new/basics">{translate(words.back)}</Link>
          <a href={apiPageHref(undefined, useLanguage())} target="_blank" rel="noreferrer">
            {translate(words.apiPage)}
          </a>
        </nav>
      }
    >
      <ReferencePage />
    </PlainPage>
  );
}
