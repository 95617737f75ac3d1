import { useState } from 'react';
import type { EnvText } from '#src/convert/env/read-env.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { lineOf, planLines, type Clash, type PlannedLine } from './plan.ts';
import { PasteFrame } from './PasteFrame.tsx';
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
  return (
    <PasteFrame
      title={t('env.paste.title')}
      intro={t('env.paste.intro')}
      decline={t('env.paste.decline')}
      accept={
        added === 0 && replaced > 0
          ? t('env.paste.replace', { count: replaced })
          : t('env.paste.add', { count: added + replaced })
      }
      isEmpty={added + replaced === 0}
      onAccept={() => onAccept(planned)}
      onDecline={onDecline}
    >
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
    </PasteFrame>
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
