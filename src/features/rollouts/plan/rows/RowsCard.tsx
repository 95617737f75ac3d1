import Button from '@mui/material/Button';
import clsx from 'clsx';
import { ArrowUpToLine, FileJson2, X } from 'lucide-react';
import { useMemo, useRef, useState, type MouseEventHandler, type ReactNode } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { countChanges } from '#src/domain/rollout/planned-changes.ts';
import type { DeploymentQuota } from '#src/domain/preflight/quota.ts';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { pageHeading } from '#src/ui/focus/page-heading.ts';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { BodyDialog } from './BodyDialog.tsx';
import { nameOfRow } from '#src/domain/rollout/name-of-row.ts';
import styles from './rows.module.css';
import tableStyles from '../table/table.module.css';
import { placeLevels, rowLevels, type RowLevel } from './row-levels.ts';
import { rowWords as words } from './row-words.ts';
import { useLostFocus } from './use-lost-focus.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import type { PlanCheck, RowFinding } from '../worker/check-plan.ts';

interface RowsCardProps {
  rollout: PlannedRollout;
  /** Undefined while it is under way. */
  check: PlanCheck | undefined;
  /** The last one that finished: it decides which rows a level shows, also while they are checked again. */
  lastCheck: PlanCheck | undefined;
  /** The number of rows after each wave. */
  ends: readonly number[];
  quota: DeploymentQuota | undefined;
  lack: MissingForLists | undefined;
  onRows: (rows: readonly PlannedRow[]) => void;
}

const noFindings: readonly RowFinding[] = [];

/** Every row with what was found about it. */
export function RowsCard(props: RowsCardProps) {
  const { rollout, check, lastCheck, ends, quota, lack, onRows } = props;
  const translate = useTranslate();
  const [level, setLevel] = useState<RowLevel>('all');
  const [open, setOpen] = useState<number>();
  const { action, rows } = rollout;
  const { shown, counts } = useMemo(
    () => placeLevels(rows, lastCheck, level),
    [rows, lastCheck, level],
  );
  const left = quota && Math.max(0, quota.quota - quota.used);
  const box = useRef<HTMLDivElement>(null);
  // A row that was checked again may belong to another level. Scrolling to the choice would move the page unasked.
  const watched = useLostFocus(shown, () =>
    box.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true }),
  );
  const leaveOut = () => {
    const out = new Set(shown);
    onRows(rows.filter((_, index) => !out.has(index)));
    setLevel('all');
    // The button disappears. The choice of all rows, which is the first, takes its focus.
    box.current?.querySelector('input')?.focus();
  };
  return (
    <Card title={translate(words.titles[action])} help={translate(words.help)} flush>
      {action === 'create' && left !== undefined && left < rows.length && (
        <p role="status" className={tableStyles.note}>
          <StateWord tone="caution">{translate(words.quota(left, rows.length))}</StateWord>
        </p>
      )}
      <div ref={box} {...watched}>
        <div className={tableStyles.bar}>
          <Segments<RowLevel>
            label={translate(words.show)}
            hideLabel
            value={level}
            onChange={setLevel}
            segments={rowLevels.map((value) => ({
              value,
              label: translate(words.shown[value](counts[value])),
            }))}
          />
          {(level === 'problem' || level === 'warning') && shown.length > 0 && (
            <Button
              size="small"
              variant="outlined"
              aria-disabled={check === undefined}
              onClick={check && leaveOut}
            >
              {translate(words.leaveOut(shown.length))}
            </Button>
          )}
        </div>
        {shown.length === 0 ? (
          <p className={tableStyles.note}>{translate(words.none)}</p>
        ) : (
          <RowTable
            rollout={rollout}
            indexes={shown}
            check={check}
            ends={ends}
            onOpen={setOpen}
            onFirst={(index) => onRows([rows[index]!, ...rows.toSpliced(index, 1)])}
            onRemove={(index) => onRows(rows.toSpliced(index, 1))}
          />
        )}
      </div>
      {open !== undefined && rows[open] && (
        <BodyDialog rollout={rollout} index={open} lack={lack} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  );
}

interface RowTableProps {
  rollout: PlannedRollout;
  /** The rows to show. */
  indexes: readonly number[];
  check: PlanCheck | undefined;
  ends: readonly number[];
  onOpen: (index: number) => void;
  onFirst: (index: number) => void;
  onRemove: (index: number) => void;
}

function RowTable({ rollout, indexes, check, ends, onOpen, onFirst, onRemove }: RowTableProps) {
  const translate = useTranslate();
  const { kind, rows } = rollout;
  const remove: RowActionsProps['onRemove'] = (index, button) => {
    // Another row takes the place of the removed one, and its button the focus; not so after the last row.
    if (index === indexes.at(-1)) focusRowAbove(button);
    onRemove(index);
  };
  return (
    <VirtualTable
      label={translate(words.table)}
      rows={indexes}
      columns={clsx(styles.rowColumns, rollout.action === 'update' && styles.wideActions)}
      heads={[
        translate(words[kind]),
        translate(words.verdict),
        translate(words.actions),
        translate(words.wave),
      ]}
      cells={(index) => {
        const row = rows[index]!;
        const name = nameOfRow(rollout, index);
        // Of a create, its node. An update or deletion shows the name of the deployment once.
        const below = row.name ?? row.id;
        return [
          <span key="name" translate="no">
            <span className={tableStyles.strong}>
              <ForeignName text={name ?? '–'} />
            </span>
            {below !== name && (
              <span className={tableStyles.small}>
                <ForeignName text={below} />
              </span>
            )}
          </span>,
          <Verdict key="verdict" findings={check && (check.byRow.get(row.id) ?? noFindings)} />,
          <RowActions
            key="actions"
            name={foreignShort(name ?? row.name ?? row.id)}
            index={index}
            hasBody={rollout.action !== 'delete'}
            changes={rollout.action === 'update' ? countChanges(rollout, row) : undefined}
            onOpen={onOpen}
            onFirst={onFirst}
            onRemove={remove}
          />,
          ends.findIndex((end) => index < end) + 1 || 1,
        ];
      }}
    />
  );
}

/** Focuses the last button of the row above, or without one the heading of the page. */
function focusRowAbove(button: HTMLElement): void {
  const above = button.closest('[role="row"]')?.previousElementSibling;
  ([...(above?.querySelectorAll('button') ?? [])].at(-1) ?? pageHeading())?.focus();
}

interface RowActionsProps extends Pick<RowTableProps, 'onOpen' | 'onFirst'> {
  onRemove: (index: number, button: HTMLElement) => void;
  name: string;
  index: number;
  hasBody: boolean;
  /** How many values an update sets. */
  changes: number | undefined;
}

function RowActions({ name, index, hasBody, changes, onOpen, onFirst, onRemove }: RowActionsProps) {
  const translate = useTranslate();
  return (
    <span className={styles.rowActions}>
      {changes !== undefined && (
        <button
          type="button"
          aria-label={translate(words.changesOf(changes, name))}
          className={styles.changes}
          onClick={() => onOpen(index)}
        >
          {translate(words.changes(changes))}
        </button>
      )}
      {hasBody && changes === undefined && (
        <IconAction label={translate(words.body(name))} onClick={() => onOpen(index)}>
          <FileJson2 size={16} aria-hidden />
        </IconAction>
      )}
      {index > 0 ? (
        <IconAction label={translate(words.first(name))} onClick={() => onFirst(index)}>
          <ArrowUpToLine size={16} aria-hidden />
        </IconAction>
      ) : (
        <span className={styles.noAction} />
      )}
      <IconAction
        label={translate(words.remove(name))}
        onClick={(event) => onRemove(index, event.currentTarget)}
      >
        <X size={16} aria-hidden />
      </IconAction>
    </span>
  );
}

interface IconActionProps {
  label: string;
  onClick: MouseEventHandler<HTMLButtonElement>;
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

const tones = { problem: 'bad', warning: 'caution' } as const;

/** Undefined findings are not known yet. */
function Verdict({ findings }: { findings: readonly RowFinding[] | undefined }) {
  const translate = useTranslate();
  if (findings === undefined)
    return <StateWord tone="quiet">{translate(words.unchecked)}</StateWord>;
  const [first] = findings;
  if (first === undefined) return <StateWord tone="good">{translate(words.fits)}</StateWord>;
  const all = findings.map(({ message }) => translate(message)).join('\n');
  return (
    <span title={all} className={styles.verdict}>
      <StateWord tone={tones[first.level]}>
        {translate(first.message)}
        {findings.length > 1 && translate(words.more(findings.length - 1))}
      </StateWord>
    </span>
  );
}
