import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, useState } from 'react';
import type { EnvText } from '#src/convert/env/read-env.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { lineOf, planLines, type Clash, type PlannedLine } from './plan.ts';
import { PlanRow } from './PlanRow.tsx';
import styles from './paste.module.css';

/** Lines beyond this are only counted. */
const MAX_SHOWN = 300;

interface PasteDialogProps {
  text: EnvText;
  /** Names that the list already contains. */
  present: ReadonlySet<string>;
  onAccept: (planned: readonly PlannedLine[]) => void;
  onDecline: () => void;
}

/** Shows how the pasted lines were parsed and asks whether to add them as variables. */
export function PasteDialog({ text, present, onAccept, onDecline }: PasteDialogProps) {
  const t = useWords();
  const [clash, setClash] = useState<Clash>('replace');
  const planned = planLines(text, present, clash);
  const count = (kind: PlannedLine['kind']) => planned.filter((line) => line.kind === kind).length;
  const added = count('add');
  const replaced = count('replace');
  const clashes = replaced + count('keep');
  const takeFocus = useCallback((button: HTMLButtonElement | null) => button?.focus(), []);
  return (
    <Dialog
      open
      onClose={onDecline}
      fullWidth
      maxWidth="md"
      aria-labelledby="paste-title"
      aria-describedby="paste-intro"
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <DialogTitle id="paste-title" className={styles.title ?? ''}>
        {t('env.paste.title')}
      </DialogTitle>
      {/* Focusable, so that it scrolls with the keyboard. */}
      <DialogContent
        tabIndex={0}
        role="group"
        aria-labelledby="paste-title"
        className={styles.content ?? ''}
      >
        <div id="paste-intro" className={styles.intro}>
          {t('env.paste.intro')}
        </div>
        {clashes > 0 && (
          <Segments
            label={t('env.paste.clash', { count: clashes })}
            value={clash}
            onChange={setClash}
            segments={(['replace', 'keep'] as const).map((value) => ({
              value,
              label: t(`env.paste.clashes.${value}`),
            }))}
          />
        )}
        <PlanTable planned={planned} />
      </DialogContent>
      <DialogActions className={styles.actions ?? ''}>
        <Button variant="text" onClick={onDecline}>
          {t('env.paste.decline')}
        </Button>
        <Button
          ref={takeFocus}
          variant="contained"
          disabled={added + replaced === 0}
          onClick={() => onAccept(planned)}
        >
          {added === 0 && replaced > 0
            ? t('env.paste.replace', { count: replaced })
            : t('env.paste.add', { count: added + replaced })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function PlanTable({ planned }: { planned: readonly PlannedLine[] }) {
  const t = useWords();
  return (
    <>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{t('env.paste.line')}</th>
            <th scope="col">{t('env.paste.name')}</th>
            <th scope="col">{t('env.paste.value')}</th>
            <th scope="col">{t('env.paste.note')}</th>
          </tr>
        </thead>
        <tbody>
          {planned.slice(0, MAX_SHOWN).map((line) => (
            <PlanRow key={lineOf(line)} line={line} />
          ))}
        </tbody>
      </table>
      {planned.length > MAX_SHOWN && (
        <div className={styles.intro}>
          {t('env.paste.more', { count: planned.length - MAX_SHOWN })}
        </div>
      )}
    </>
  );
}
