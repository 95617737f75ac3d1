import { useState, type ReactNode } from 'react';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DocumentDiff } from '#src/views/diff/DocumentDiff.tsx';
import { DocumentText } from '#src/views/document/DocumentText.tsx';
import { IssueTable } from '#src/views/issues/IssueTable.tsx';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import { EnvLines } from './EnvLines.tsx';
import styles from './dialog.module.css';

const views = ['lines', 'document', 'changes', 'issues'] as const;
type View = (typeof views)[number];

/** The resulting document, its differences from the current one, and its problems. */
export function ImportPreview({ result }: { result: ImportResult }) {
  const translate = useTranslate();
  const [chosen, setView] = useState<View>();
  const { body, changes, issues, envLines } = result;
  const offered = views.filter((one) => one !== 'lines' || envLines !== undefined);
  const view = chosen !== undefined && offered.includes(chosen) ? chosen : offered[0]!;
  const badges = {
    lines: envLines && <span className={styles.count}>{envLines.count}</span>,
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
        segments={offered.map((value) => ({
          value,
          label: translate(importWords.views[value]),
          badge: badges[value],
        }))}
      />
      <div className={styles.resultBox}>
        {view === 'document' && (
          <DocumentText document={body} label={translate(importWords.views.document)} />
        )}
        {view === 'lines' && envLines && (
          <Scrolled label={importWords.views.lines}>
            <EnvLines lines={envLines} />
          </Scrolled>
        )}
        {view === 'changes' && (
          <Scrolled label={importWords.changesHelp}>
            <DocumentDiff changes={changes} />
          </Scrolled>
        )}
        {view === 'issues' && (
          <Scrolled label={importWords.views.issues}>
            <IssueTable issues={issues} />
          </Scrolled>
        )}
      </div>
    </section>
  );
}

function Scrolled({ label, children }: { label: Text; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <div
      role="region"
      aria-label={translate(label)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
      tabIndex={0}
      className={styles.scroll}
    >
      {children}
    </div>
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
