import Button from '@mui/material/Button';
import { ArrowUpToLine, FileJson2, X } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { DeploymentQuota } from '#src/domain/preflight/quota.ts';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { BodyDialog } from './BodyDialog.tsx';
import type { PlanCheck, RowFinding } from './check/check-plan.ts';
import type { NamedRow } from './plan-names.ts';
import styles from './plan.module.css';
import { rowWords as words } from './row-words.ts';
import { VirtualTable } from './VirtualTable.tsx';

interface RowsCardProps {
  rollout: PlannedRollout;
  named: readonly NamedRow[];
  /** Undefined while it is under way. */
  check: PlanCheck | undefined;
  /** The number of rows after each wave. */
  ends: readonly number[];
  quota: DeploymentQuota | undefined;
  onRows: (rows: readonly PlannedRow[]) => void;
}

const levels = ['all', 'problem', 'warning', 'fits'] as const;
type Level = (typeof levels)[number];

/** A row with its place and its level. */
interface CheckedRow extends NamedRow {
  readonly index: number;
  readonly level: Exclude<Level, 'all'>;
  readonly findings: readonly RowFinding[];
}

const noFindings: readonly RowFinding[] = [];

/** Every row with what was found about it. */
export function RowsCard({ rollout, named, check, ends, quota, onRows }: RowsCardProps) {
  const translate = useTranslate();
  const [level, setLevel] = useState<Level>('all');
  const [open, setOpen] = useState<CheckedRow>();
  const { action, kind, rows } = rollout;
  const all = useMemo(
    () => named.map((one, index) => toChecked(one, index, check)),
    [named, check],
  );
  const counts = useMemo(() => countLevels(all), [all]);
  const shown = useMemo(
    () => (level === 'all' ? all : all.filter((row) => row.level === level)),
    [all, level],
  );
  const left = quota && Math.max(0, quota.quota - quota.used);
  const leaveOut = () => {
    const out = new Set(shown.map(({ row }) => row.id));
    onRows(rows.filter(({ id }) => !out.has(id)));
    setLevel('all');
  };
  return (
    <Card title={translate(words.titles[action])} help={translate(words.help)} flush>
      {action === 'create' && left !== undefined && left < rows.length && (
        <p role="status" className={styles.note}>
          <StateWord tone="caution">{translate(words.quota(left, rows.length))}</StateWord>
        </p>
      )}
      <div className={styles.bar}>
        <Segments<Level>
          label={translate(words.show)}
          hideLabel
          value={level}
          onChange={setLevel}
          segments={levels.map((value) => ({
            value,
            label: translate(words.shown[value](value === 'all' ? all.length : counts[value])),
          }))}
        />
        {(level === 'problem' || level === 'warning') && shown.length > 0 && (
          <Button size="small" variant="outlined" onClick={leaveOut}>
            {translate(words.leaveOut(shown.length))}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className={styles.note}>{translate(words.none)}</p>
      ) : (
        <RowTable
          kind={kind}
          rows={shown}
          ends={ends}
          hasBody={action !== 'delete'}
          isChecked={check !== undefined}
          onOpen={setOpen}
          onFirst={({ row }) => onRows([row, ...rows.filter((one) => one !== row)])}
          onRemove={({ row }) => onRows(rows.filter((one) => one !== row))}
        />
      )}
      {open && (
        <BodyDialog
          rollout={rollout}
          row={open.row}
          index={open.index}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

interface RowTableProps {
  kind: PlannedRollout['kind'];
  rows: readonly CheckedRow[];
  ends: readonly number[];
  hasBody: boolean;
  isChecked: boolean;
  onOpen: (row: CheckedRow) => void;
  onFirst: (row: CheckedRow) => void;
  onRemove: (row: CheckedRow) => void;
}

function RowTable(props: RowTableProps) {
  const { kind, rows, ends, hasBody, isChecked, onOpen, onFirst, onRemove } = props;
  const translate = useTranslate();
  const waveOf = useCallback(
    (index: number) => ends.findIndex((end) => index < end) + 1 || 1,
    [ends],
  );
  return (
    <VirtualTable
      label={translate(words.table)}
      rows={rows}
      rowKey={({ row }) => row.id}
      columns={styles.rowColumns}
      heads={[
        translate(words[kind]),
        translate(words.verdict),
        translate(words.actions),
        translate(words.wave),
      ]}
      cells={(one) => {
        const { row, name, index } = one;
        const shortName = foreignShort(name ?? row.name ?? row.id);
        return [
          <span key="name" translate="no">
            <span className={styles.strong}>
              <ForeignName text={name ?? '–'} />
            </span>
            <span className={styles.small}>
              <ForeignName text={row.name ?? row.id} />
            </span>
          </span>,
          <Verdict key="verdict" row={one} isChecked={isChecked} />,
          <span key="actions" className={styles.rowActions}>
            {hasBody && (
              <IconAction label={translate(words.body(shortName))} onClick={() => onOpen(one)}>
                <FileJson2 size={16} aria-hidden />
              </IconAction>
            )}
            {index > 0 && (
              <IconAction label={translate(words.first(shortName))} onClick={() => onFirst(one)}>
                <ArrowUpToLine size={16} aria-hidden />
              </IconAction>
            )}
            <IconAction label={translate(words.remove(shortName))} onClick={() => onRemove(one)}>
              <X size={16} aria-hidden />
            </IconAction>
          </span>,
          waveOf(index),
        ];
      }}
    />
  );
}

interface IconActionProps {
  label: string;
  onClick: () => void;
  children: ReactNode;
}

/** A plain button, because the table renders many of them. */
function IconAction({ label, onClick, children }: IconActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={styles.iconAction}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

const tones = { problem: 'bad', warning: 'caution', fits: 'good' } as const;

function Verdict({ row, isChecked }: { row: CheckedRow; isChecked: boolean }) {
  const translate = useTranslate();
  const { level, findings } = row;
  if (!isChecked) return <StateWord tone="quiet">{translate(words.unchecked)}</StateWord>;
  const [first] = findings;
  if (first === undefined) return <StateWord tone="good">{translate(words.fits)}</StateWord>;
  const all = findings.map(({ message }) => translate(message)).join('\n');
  return (
    <span title={all} className={styles.verdict}>
      <StateWord tone={tones[level]}>
        {translate(first.message)}
        {findings.length > 1 && translate(words.more(findings.length - 1))}
      </StateWord>
    </span>
  );
}

function toChecked(one: NamedRow, index: number, check: PlanCheck | undefined): CheckedRow {
  const found = check?.byRow.get(one.row.id) ?? noFindings;
  // The worst comes first.
  const findings =
    found.length > 1
      ? found.toSorted((a, b) => Number(b.level === 'problem') - Number(a.level === 'problem'))
      : found;
  return { ...one, index, findings, level: findings[0]?.level ?? 'fits' };
}

function countLevels(rows: readonly CheckedRow[]): Record<CheckedRow['level'], number> {
  const counts = { problem: 0, warning: 0, fits: 0 };
  for (const { level } of rows) counts[level]++;
  return counts;
}
