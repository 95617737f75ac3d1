import Button from '@mui/material/Button';
import { useId, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import type { Text } from '#src/domain/core/text.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { ForeignName, ForeignText } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './rehearse.module.css';
import { explainNode } from '#src/features/rollouts/nodes/node-reason.ts';
import {
  faultyRows,
  faultyTexts,
  faultyWays,
  type FaultyChoice,
  type FaultyWay,
} from './faulty-rows.ts';
import { rehearsedFaults, type RehearsedFault, type RehearsedFaults } from './rehearsal.ts';
import { rehearseWords as words } from './rehearse-words.ts';
import type { Rehearsal } from './use-rehearsal.ts';

interface RehearseCardProps {
  rehearsal: Rehearsal;
  /** False if the server has no embedded mock. */
  hasMock: boolean;
  isReady: boolean;
  rows: readonly PlannedRow[];
  onStart: (faults: RehearsedFaults) => void;
}

/** Runs the plan against the embedded mock, to see where it would stop. */
export function RehearseCard({ rehearsal, hasMock, isReady, rows, onStart }: RehearseCardProps) {
  const translate = useTranslate();
  const [fault, setFault] = useState<RehearsedFault>('pull-failed');
  const [choice, setChoice] = useState<FaultyChoice>({ way: 'every', text: faultyTexts.every });
  const faulty = useMemo(() => faultyRows(choice, rows), [choice, rows]);
  const chosen = fault === 'none' ? noRows : faulty;
  const { shown, isRunning, failure } = rehearsal;
  return (
    <Card title={translate(words.title)}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{translate(hasMock ? words.help : words.off)}</p>
        {hasMock && (
          <>
            <FaultFields
              fault={fault}
              choice={choice}
              faulty={faulty}
              total={rows.length}
              onFault={setFault}
              onChoice={setChoice}
            />
            <p role="status" className={styles.sentences}>
              {shown && outcomeOf(shown).map((sentence) => `${translate(sentence)} `)}
              {shown && !isRunning && (
                <Link
                  href={`/rollouts/${encodeURIComponent(shown.id)}`}
                  className={styles.link}
                  onClick={rehearsal.keep}
                >
                  {translate(words.show)}
                </Link>
              )}
            </p>
            {rehearsal.failed.length > 0 && (
              <ul aria-label={translate(words.reasons)} className={styles.reasons}>
                {rehearsal.failed.map((node) => (
                  <FailedRow key={node.id} node={node} />
                ))}
              </ul>
            )}
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
                <Button
                  variant="outlined"
                  disabled={!isReady || chosen === undefined}
                  onClick={() => chosen && onStart({ fault, faulty: chosen })}
                >
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

interface FaultFieldsProps {
  fault: RehearsedFault;
  choice: FaultyChoice;
  faulty: ReadonlySet<number> | undefined;
  total: number;
  onFault: (fault: RehearsedFault) => void;
  onChoice: (choice: FaultyChoice) => void;
}

/** Which fault, and in which rows. */
function FaultFields({ fault, choice, faulty, total, onFault, onChoice }: FaultFieldsProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <>
      <div>
        <label htmlFor={id} className={styles.label}>
          {translate(words.fault)}
        </label>
        <SelectInput
          id={id}
          value={fault}
          onChange={({ target }) => onFault(target.value as RehearsedFault)}
        >
          {rehearsedFaults.map((one) => (
            <option key={one} value={one}>
              {translate(words.faults[one])}
            </option>
          ))}
        </SelectInput>
      </div>
      {fault !== 'none' && (
        <div>
          <label htmlFor={`${id}-way`} className={styles.label}>
            {translate(words.which)}
          </label>
          <div className={styles.pair}>
            <SelectInput
              id={`${id}-way`}
              value={choice.way}
              onChange={({ target }) => {
                const way = target.value as FaultyWay;
                onChoice({ way, text: faultyTexts[way] });
              }}
            >
              {faultyWays.map((way) => (
                <option key={way} value={way}>
                  {translate(words.ways[way])}
                </option>
              ))}
            </SelectInput>
            <TextInput
              aria-label={translate(words.wayLabels[choice.way])}
              aria-describedby={`${id}-count`}
              isWrong={faulty === undefined}
              value={choice.text}
              autoComplete="off"
              onChange={({ target }) => onChoice({ ...choice, text: target.value })}
            />
          </div>
          <div id={`${id}-count`} className={styles.help}>
            {translate(faulty ? words.faulty(faulty.size, total) : words.wrongRows)}
          </div>
        </div>
      )}
    </>
  );
}

function FailedRow({ node }: { node: RolloutNode }) {
  const translate = useTranslate();
  const reason = explainNode(node);
  return (
    <li>
      <span translate="no" className={styles.name}>
        <ForeignName text={node.name} />
      </span>{' '}
      {reason && <ForeignText text={translate(reason.text)} />}
    </li>
  );
}

const noRows: ReadonlySet<number> = new Set();

function outcomeOf({ state, counts, wave, waves, plan }: ShownRollout): readonly Text[] {
  const { ready, failed, skipped, ...others } = counts;
  const left = Object.values(others).reduce((sum, count) => sum + count, 0);
  const offline = skipped > 0 ? [words.offline(skipped)] : [];
  if (state === 'done') return [words.done(ready, failed), ...offline];
  if (state === 'stopped') {
    const { stopAt } = plan;
    return [words.stopped({ wave, waves: waves.length, ready, failed, left, stopAt }), ...offline];
  }
  if (state === 'aborted') return [words.aborted];
  if (state === 'paused')
    return [words.waits({ wave, waves: waves.length, ready, failed }), ...offline];
  return [words.running(ready, ready + failed + skipped + left)];
}
