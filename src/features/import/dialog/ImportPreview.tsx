import { useState } from 'react';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import type { Issue } from '#src/domain/core/issue.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentDiff } from '#src/views/diff/DocumentDiff.tsx';
import { DocumentText } from '#src/views/document/DocumentText.tsx';
import { IssueTable } from '#src/views/issues/IssueTable.tsx';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import styles from './dialog.module.css';

const views = ['document', 'changes', 'issues'] as const;

/** The resulting document, its differences from the current one, and its problems. */
export function ImportPreview({ result }: { result: ImportResult }) {
  const translate = useTranslate();
  const [view, setView] = useState<(typeof views)[number]>('document');
  const { body, changes, issues } = result;
  const badges = {
    document: undefined,
    changes: <span className={styles.count}>{changes.count}</span>,
    issues: <CountBadge counts={countBySeverity(issues.items)} />,
  };
  return (
    <section aria-label={translate(importWords.result)} className={styles.result}>
      <Segments
        label={translate(importWords.result)}
        hideLabel
        value={view}
        onChange={setView}
        segments={views.map((value) => ({
          value,
          label: translate(importWords.views[value]),
          badge: badges[value],
        }))}
      />
      <div className={styles.resultBox}>
        {view === 'document' && (
          <DocumentText document={body} label={translate(importWords.views.document)} />
        )}
        {view === 'changes' && (
          <div
            role="region"
            aria-label={translate(importWords.changesHelp)}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
            tabIndex={0}
            className={styles.scroll}
          >
            <DocumentDiff changes={changes} />
          </div>
        )}
        {view === 'issues' && (
          <div
            role="region"
            aria-label={translate(importWords.views.issues)}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
            tabIndex={0}
            className={styles.scroll}
          >
            <IssueTable issues={issues} />
          </div>
        )}
      </div>
    </section>
  );
}

/** Missing values can still be filled in, so they are not errors yet. */
function countBySeverity(issues: readonly Issue[]) {
  const count = (is: (issue: Issue) => boolean) => issues.filter(is).length;
  return {
    errors: count(({ severity, kind }) => severity === 'error' && kind !== 'missing'),
    warnings: count(({ severity }) => severity === 'warning'),
    blanks: count(({ severity, kind }) => severity === 'error' && kind === 'missing'),
  };
}
