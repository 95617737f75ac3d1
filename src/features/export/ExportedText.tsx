import Button from '@mui/material/Button';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '#src/convert/report/ledger.ts';
import type { Exported, ExportKind } from '#src/convert/export/request/export-request.ts';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { firstItems } from '#src/views/first-items.ts';
import { ConversionReport } from '#src/views/report/ConversionReport.tsx';
import { levels } from '#src/views/report/conversion-summary.ts';
import styles from './export.module.css';
import { exportDialogWords } from './export-words.ts';

const endings: Readonly<Record<ExportKind, string>> = {
  json: 'json',
  curl: 'sh',
  powershell: 'ps1',
  python: 'py',
  'python-sdk': 'py',
  go: 'go',
  'go-sdk': 'go',
  kubernetes: 'yaml',
  compose: 'compose.yaml',
  'docker-run': 'sh',
};

const snippets: readonly ExportKind[] = [
  'curl',
  'powershell',
  'python',
  'python-sdk',
  'go',
  'go-sdk',
];

/** The most entries of a level in the report. */
const MAX_ENTRIES = 200;

interface ExportedTextProps {
  kind: ExportKind;
  name: string;
  exported: Exported;
  /** True if no secret was replaced. */
  isExact: boolean;
}

/** The text with its buttons, and the report if there is one. */
export function ExportedText({ kind, name, exported, isExact }: ExportedTextProps) {
  const translate = useTranslate();
  // A notice of the page would cover the tabs.
  const [copied, setCopied] = useState<{ text: string; isDone: boolean }>();
  const { text, account } = exported;
  const copy = async () => {
    const isDone = await copyText(text);
    setCopied({ text, isDone });
  };
  const variables = variablesIn(kind, text);
  return (
    <>
      <div className={styles.actions}>
        <div className={styles.notes}>
          {snippets.includes(kind) && (
            <p>{translate(isExact ? exportDialogWords.exact : exportDialogWords.replaced)}</p>
          )}
          {variables.length > 0 && <p>{translate(exportDialogWords.variables(variables))}</p>}
        </div>
        <span role="status" className={styles.status}>
          {copied?.text === text &&
            translate(copied.isDone ? exportDialogWords.copied : exportDialogWords.copyRefused)}
        </span>
        <Button
          size="small"
          variant="contained"
          startIcon={<Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {translate(exportDialogWords.copy)}
        </Button>
        <Button
          size="small"
          variant="outlined"
          startIcon={<Download size={16} aria-hidden />}
          onClick={() => downloadText(text, `${name}.${endings[kind]}`)}
        >
          {translate(exportDialogWords.download)}
        </Button>
      </div>
      <pre
        role="region"
        aria-label={translate(exportDialogWords.text)}
        // Focusable, so that it scrolls with the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        translate="no"
        className={styles.text}
      >
        {text}
      </pre>
      {account && (
        <section aria-label={translate(exportDialogWords.report)}>
          <ConversionReport summary={summarize(account)} lostHint={exportDialogWords.lostHint} />
        </section>
      )}
    </>
  );
}

function summarize({ report, carried, values }: Account) {
  const groups = levels.map((level) => {
    const entries = report.filter((entry) => entry.level === level);
    return [level, firstItems(entries, MAX_ENTRIES)] as const;
  });
  return {
    carried,
    values,
    report: Object.fromEntries(groups) as Record<
      (typeof levels)[number],
      ReturnType<typeof firstItems<Account['report'][number]>>
    >,
  };
}

/** The environment variables that a snippet reads, in order. */
function variablesIn(kind: ExportKind, text: string): readonly string[] {
  if (!snippets.includes(kind)) return [];
  // In a snippet, only its own code has a variable of ours outside of the body.
  const used = [
    'IEF_ENDPOINT',
    'IEF_PROJECT_ID',
    'IEF_TOKEN',
    'IEF_INSTANCE_ID',
    'HUAWEICLOUD_SDK_AK',
    'HUAWEICLOUD_SDK_SK',
  ];
  return used.filter((name) => text.includes(name));
}
