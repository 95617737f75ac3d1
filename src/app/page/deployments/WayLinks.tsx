import { Link } from 'wouter';
import type { Text } from '#src/domain/core/text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './deployment-host.module.css';

const words = {
  label: { en: 'Pages', zh: '页面' },
  back: { en: 'Back to the form', zh: '返回表单' },
} as const satisfies Record<string, Text>;

const pages = {
  '/deployments': { en: 'All deployments', zh: '全部应用部署' },
  '/rollouts': { en: 'All rollouts', zh: '全部批量部署' },
  '/requests': { en: 'Requests', zh: '请求记录' },
} as const satisfies Record<string, Text>;

interface WayLinksProps {
  /** The page that is open, if it is one of those linked. */
  here?: keyof typeof pages | undefined;
}

/** Links from one page without a form to the others. They do not reload the page, which would forget the token. */
export function WayLinks({ here }: WayLinksProps) {
  const translate = useTranslate();
  return (
    <nav aria-label={translate(words.label)} className={styles.ways}>
      <Link href="/new/review">{translate(words.back)}</Link>
      {Object.entries(pages)
        .filter(([path]) => path !== here)
        .map(([path, name]) => (
          <Link key={path} href={path}>
            {translate(name)}
          </Link>
        ))}
    </nav>
  );
}
