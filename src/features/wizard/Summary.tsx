import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { isJsonList, isJsonObject, type Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import type { FieldSpec } from '#src/domain/core/field.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { describePath } from './describe-path.ts';
import { pathKey } from './go-to.ts';
import { stepIds, stepOf, type StepId } from './steps.ts';

/** Rows of one step beyond this many are only counted: the JSON beside it has them all. */
const MAX_ROWS = 40;

interface Row {
  readonly path: Path;
  readonly value: string;
}

/** Everything that will be sent, step by step, in the words of the form. */
export function Summary({ goTo }: { goTo: (path: Path) => void }) {
  const { root } = useEditor();
  const t = useWords();
  const say = useSay();
  const document = useDocument((whole) => whole);
  const rows = rowsOf(document, [], (path) => specAt(root, path), say);
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {stepIds
        .filter((step) => step !== 'review')
        .map((step) => (
          <StepSummary
            key={step}
            step={step}
            rows={rows.filter((row) => stepOf(row.path) === step)}
            label={(path) => describePath(root, document, path, say)}
            edit={() => goTo(rows.find((row) => stepOf(row.path) === step)?.path ?? [])}
            none={t('review.nothing')}
          />
        ))}
    </Box>
  );
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
    <Box component="section" aria-label={t(`step.${step}.title`)}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Box component="h3" sx={{ m: 0, fontSize: 14 }}>
          {t(`step.${step}.title`)}
        </Box>
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
      </Box>
      {rows.length === 0 && <Box sx={{ py: 1, fontSize: 13, color: 'text.secondary' }}>{none}</Box>}
      <Box component="dl" sx={{ m: 0 }}>
        {rows.slice(0, MAX_ROWS).map((row) => (
          <Box
            key={pathKey(row.path)}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '2fr 3fr' },
              columnGap: 2,
              py: 0.5,
              fontSize: 13,
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label(row.path)}
            </Box>
            <Box
              component="dd"
              sx={(theme) => ({
                m: 0,
                fontFamily: theme.wireFont,
                overflowWrap: 'anywhere',
                whiteSpace: 'pre-wrap',
              })}
            >
              {row.value}
            </Box>
          </Box>
        ))}
      </Box>
      {rows.length > MAX_ROWS && (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {t('review.more', { count: rows.length - MAX_ROWS })}
        </Box>
      )}
    </Box>
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
