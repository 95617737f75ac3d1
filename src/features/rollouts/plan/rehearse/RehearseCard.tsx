import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { Text } from '#src/domain/core/text.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './rehearse.module.css';
import { rehearsedFaults, type RehearsedFault } from './rehearsal.ts';
import { rehearseWords as words } from './rehearse-words.ts';
import type { Rehearsal } from './use-rehearsal.ts';

interface RehearseCardProps {
  rehearsal: Rehearsal;
  /** False if the server has no embedded mock. */
  hasMock: boolean;
  isReady: boolean;
  onStart: (fault: RehearsedFault) => void;
}

/** Runs the plan against the embedded mock, to see where it would stop. */
export function RehearseCard({ rehearsal, hasMock, isReady, onStart }: RehearseCardProps) {
  const translate = useTranslate();
  const id = useId();
  const [fault, setFault] = useState<RehearsedFault>('pull-failed');
  const { shown, isRunning, failure } = rehearsal;
  return (
    <Card title={translate(words.title)}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{translate(hasMock ? words.help : words.off)}</p>
        {hasMock && (
          <>
            <div>
              <label htmlFor={id} className={styles.label}>
                {translate(words.fault)}
              </label>
              <SelectInput
                id={id}
                value={fault}
                onChange={({ target }) => setFault(target.value as RehearsedFault)}
              >
                {rehearsedFaults.map((one) => (
                  <option key={one} value={one}>
                    {translate(words.faults[one])}
                  </option>
                ))}
              </SelectInput>
            </div>
            <p role="status" className={styles.sentences}>
              {shown && translate(outcomeOf(shown))}{' '}
              {shown && !isRunning && (
                <Link href={`/rollouts/${encodeURIComponent(shown.id)}`} className={styles.link}>
                  {translate(words.show)}
                </Link>
              )}
            </p>
            {failure && (
              <p role="alert" className={styles.bad}>
                {translate(failure)}
              </p>
            )}
            <div className={styles.buttons}>
              {isRunning ? (
                <Button variant="outlined" onClick={rehearsal.stop}>
                  {translate(words.stop)}
                </Button>
              ) : (
                <Button variant="outlined" disabled={!isReady} onClick={() => onStart(fault)}>
                  {translate(words.start)}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function outcomeOf({ state, counts, wave }: ShownRollout): Text {
  const { ready, failed, skipped, ...others } = counts;
  const left = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (state === 'done') return words.done(ready, failed, skipped);
  if (state === 'stopped') return words.stopped(wave, ready, failed, left + skipped);
  if (state === 'aborted') return words.aborted;
  return words.running(ready, ready + failed + skipped + left);
}
