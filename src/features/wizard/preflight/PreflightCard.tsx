import { TriangleAlert } from 'lucide-react';
import { namesGroup } from '#src/domain/deployment/rules/base/body-parts.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { useDocument } from '#src/ui/editing/editor.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { PreflightResults } from './PreflightResults.tsx';
import { preflightWords as words } from './preflight-words.ts';
import styles from './preflight.module.css';
import { usePreflight, type ListName } from './use-preflight.ts';

/** Warnings from the target's own lists, and what they cannot tell. Nothing here refuses a create. */
export function PreflightCard() {
  const translate = useTranslate();
  const { node, results, isLoading, isUnlisted, needsSignIn, unread, retry } = usePreflight();
  const isGroup = useDocument(namesGroup);
  const warnings = results.filter(({ state }) => state === 'warning').length;
  const passed = results.length - warnings;
  return (
    <Card
      flush
      title={
        <>
          {translate(words.title)}
          {node && (
            <span className={styles.node}>
              <ForeignName text={node.name} />
            </span>
          )}
        </>
      }
      actions={
        <span role="status" className={styles.counts}>
          {warnings > 0 && (
            <span className={styles.badge}>
              <TriangleAlert size={12} strokeWidth={2.25} aria-hidden />
              {translate(words.warnings(warnings))}
            </span>
          )}
          {passed > 0 && <span>{translate(words.passed(passed))}</span>}
        </span>
      }
    >
      {isLoading && <p className={styles.note}>{translate(words.loading)}</p>}
      {needsSignIn && <p className={styles.note}>{translate(words.signIn)}</p>}
      {unread.length > 0 && <NotRead unread={unread} retry={retry} />}
      {!isLoading && !node && !needsSignIn && !unread.includes('nodes') && (
        <p className={styles.note}>
          {translate(isGroup ? words.group : isUnlisted ? words.unlisted : words.none)}
        </p>
      )}
      <PreflightResults results={results} />
      <details className={styles.limits}>
        <summary>{translate(words.limits)}</summary>
        <ul>
          {words.unknowns.map((unknown) => (
            <li key={unknown.en}>{translate(unknown)}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

/** One line: a list that cannot be read never blocks. */
function NotRead({ unread, retry }: { unread: readonly ListName[]; retry: () => void }) {
  const language = useLanguage();
  const translate = useTranslate();
  const names = unread.map((name) => words.lists[name][language]);
  return (
    <p className={styles.note}>
      {translate(words.notRead(names.join(language === 'zh' ? '、' : ', ')))}
      <button type="button" className={styles.link} onClick={retry}>
        {translate(words.retry)}
      </button>
    </p>
  );
}
