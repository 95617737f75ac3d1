import { useState } from 'react';
import type { EnvText } from '#src/convert/env/read-env.ts';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { envPasteWords as words } from './env-paste-words.ts';
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
  const translate = useTranslate();
  const [clash, setClash] = useState<Clash>('replace');
  const planned = planLines(text, present, clash);
  const count = (kind: PlannedLine['kind']) => planned.filter((line) => line.kind === kind).length;
  const added = count('add');
  const replaced = count('replace');
  const clashes = replaced + count('keep');
  return (
    <PasteFrame
      title={translate(words.title)}
      intro={translate(words.intro)}
      decline={translate(words.decline)}
      accept={
        added === 0 && replaced > 0
          ? translate(words.replace(replaced))
          : translate(words.add(added + replaced))
      }
      isEmpty={added + replaced === 0}
      onAccept={() => onAccept(planned)}
      onDecline={onDecline}
    >
      {clashes > 0 && (
        <Segments
          label={translate(words.clash(clashes))}
          value={clash}
          onChange={setClash}
          segments={(['replace', 'keep'] as const).map((value) => ({
            value,
            label: translate(words.clashes[value]),
          }))}
        />
      )}
      <PlanTable planned={planned} />
    </PasteFrame>
  );
}

function PlanTable({ planned }: { planned: readonly PlannedLine[] }) {
  const translate = useTranslate();
  return (
    <>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{translate(words.line)}</th>
            <th scope="col">{translate(words.name)}</th>
            <th scope="col">{translate(words.value)}</th>
            <th scope="col">{translate(words.note)}</th>
          </tr>
        </thead>
        <tbody>
          {planned.slice(0, MAX_SHOWN).map((line) => (
            <PlanRow key={lineOf(line)} line={line} />
          ))}
        </tbody>
      </table>
      {planned.length > MAX_SHOWN && (
        <div className={styles.intro}>{translate(words.more(planned.length - MAX_SHOWN))}</div>
      )}
    </>
  );
}
