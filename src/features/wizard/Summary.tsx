import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useDeferredValue, useMemo } from 'react';
import { isJsonList, isJsonObject, type Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import type { FieldSpec } from '#src/domain/core/field.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { classNames } from '#src/ui/class-names.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { describePath } from './describe-path.ts';
import { pathKey } from './go-to.ts';
import { stepIds, stepOf, type StepId } from './steps.ts';
import styles from './summary.module.css';

/** Rows of one step beyond this many are only counted: the JSON beside it has them all. */
const MAX_ROWS = 40;

interface Row {
  readonly path: Path;
  readonly value: string;
}

/**
 * Everything that will be sent, step by step, in the words of the form. Drawn behind what stands above it: a large
 * document has thousands of values, and Submit must not wait for them.
 */
export function Summary({ goTo }: { goTo: (path: Path) => void }) {
  const { root } = useEditor();
  const t = useWords();
  const say = useSay();
  const present = useDocument((whole) => whole);
  const document = useDeferredValue<Json | undefined>(present, undefined);
  const rows = useMemo(
    () =>
      document === undefined
        ? undefined
        : byStep(rowsOf(document, [], (path) => specAt(root, path), say)),
    [document, root, say],
  );
  if (document === undefined || rows === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {stepIds
        .filter((step) => step !== 'review')
        .map((step) => (
          <StepSummary
            key={step}
            step={step}
            rows={rows[step] ?? []}
            label={(path) => describePath(root, document, path, say)}
            edit={() => goTo(rows[step]?.[0]?.path ?? [])}
            none={t('review.nothing')}
          />
        ))}
    </Box>
  );
}

function byStep(rows: readonly Row[]): Readonly<Partial<Record<StepId, readonly Row[]>>> {
  const of: Partial<Record<StepId, Row[]>> = {};
  for (const row of rows) (of[stepOf(row.path)] ??= []).push(row);
  return of;
}

interface StepSummaryProps {
  step: StepId;
  rows: readonly Row[];
  label: (path: Path) => string;
  edit: () => void;
  none: string;
}

function StepSummary({ step, rows, label, edit, none }: StepSummaryProps) {
  const t = useWords();
  return (
    <section aria-label={t(`step.${step}.title`)}>
      <div className={styles.head}>
        <h3>{t(`step.${step}.title`)}</h3>
        {rows.length > 0 && (
          <Button
            size="small"
            variant="text"
            onClick={edit}
            aria-label={t('review.editStep', { step: t(`step.${step}.title`) })}
          >
            {t('review.edit')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <div className={classNames(styles.quiet, styles.none)}>{none}</div>}
      <dl className={styles.rows}>
        {rows.slice(0, MAX_ROWS).map((row) => (
          <div key={pathKey(row.path)} className={styles.row}>
            <dt>{label(row.path)}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {rows.length > MAX_ROWS && (
        <div className={styles.quiet}>{t('review.more', { count: rows.length - MAX_ROWS })}</div>
      )}
    </section>
  );
}

/** The leaves of a document with their words; a list of texts is one row. */
function rowsOf(
  value: Json,
  path: Path,
  specOf: (path: Path) => FieldSpec | undefined,
  say: (text: Text) => string,
): Row[] {
  if (isJsonList(value) && value.every((member) => typeof member === 'string')) {
    return value.length === 0
      ? []
      : [{ path, value: value.map((member) => JSON.stringify(member)).join(' ') }];
  }
  if (isJsonList(value))
    return value.flatMap((member, index) => rowsOf(member, [...path, index], specOf, say));
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, member]) =>
      rowsOf(member, [...path, key], specOf, say),
    );
  }
  const spec = specOf(path);
  // An empty text is a value where the keys are one's own.
  if (value === '') return spec?.kind === 'entries' ? [{ path, value: '""' }] : [];
  const unit = spec && 'unit' in spec && spec.unit ? ` ${say(spec.unit)}` : '';
  return [{ path, value: `${typeof value === 'string' ? value : JSON.stringify(value)}${unit}` }];
}
