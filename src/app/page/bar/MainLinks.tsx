import { Link, useRoute } from 'wouter';
import type { Text } from '#src/domain/core/text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './main-links.module.css';

const words = {
  label: { en: 'Main', zh: '主导航' },
  build: { en: 'Build', zh: '构建' },
} as const satisfies Record<string, Text>;

/** Links between the form, the deployments and the rollouts. Narrow pages have them above their title. */
export function MainLinks() {
  const t = useWords();
  const translate = useTranslate();
  return (
    <nav className={styles.links} aria-label={translate(words.label)}>
      <Link href="/" className={styles.link}>
        {translate(words.build)}
      </Link>
      <MainLink href="/deployments">{t('app.deployments')}</MainLink>
      <MainLink href="/rollouts">{t('app.rollouts')}</MainLink>
    </nav>
  );
}

function MainLink({ href, children }: { href: string; children: string }) {
  const [isThis] = useRoute(href);
  const [isBelow] = useRoute(`${href}/*`);
  return (
    <Link href={href} className={styles.link} aria-current={isThis ? 'page' : isBelow || undefined}>
      {children}
    </Link>
  );
}
