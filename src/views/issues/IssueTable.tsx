import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath } from '#src/json/path.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GrowingList } from '../GrowingList.tsx';
import type { FirstItems } from '../first-items.ts';
import styles from './issues.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

const severities: Readonly<Record<Issue['severity'], Text>> = {
  error: { en: 'Error', zh: '错误' },
  warning: { en: 'Warning', zh: '警告' },
  note: { en: 'Note', zh: '提示' },
};

const none: Text = { en: 'No problems.', zh: '没有问题。' };

/** The issues of a document that is not in the form, by path. */
export function IssueTable({ issues }: { issues: FirstItems<Issue> }) {
  const translate = useTranslate();
  if (issues.count === 0) {
    return (
      <p className={styles.none}>
        <CircleCheck size={16} aria-hidden /> {translate(none)}
      </p>
    );
  }
  return (
    <GrowingList
      list={issues}
      className={styles.list}
      row={({ severity, path, message }, at) => {
        const Icon = icons[severity];
        return (
          <li key={`${formatPath(path)} ${at}`} className={styles.row}>
            <Icon
              size={16}
              role="img"
              aria-label={translate(severities[severity])}
              className={styles[severity]}
            />
            <div className={styles.text}>
              <code className={styles.path}>{formatPath(path)}</code>
              <div>{translate(message)}</div>
            </div>
          </li>
        );
      }}
    />
  );
}
