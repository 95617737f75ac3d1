import Button from '@mui/material/Button';
import { useId, useState, type ReactNode } from 'react';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { isSetting, type MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { Text } from '#src/domain/core/text.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { paceWords } from './pace-words.ts';
import { planWords as words } from './plan-words.ts';
import styles from './plan.module.css';
import type { StartState } from './use-start.ts';

interface StartRolloutProps {
  total: number;
  /** The plan in sentences. */
  sentences: readonly Text[];
  /** Why it cannot start yet. */
  obstacle: Text | undefined;
  /** How many rows have warnings. */
  warnings: number;
  lack: MissingForLists | undefined;
  /** True if all rows are sent in the first wave: the user types their number. */
  isAtOnce: boolean;
  state: StartState;
  /** What happened before. */
  earlier: ReactNode;
  onStart: () => void;
}

/** The plan in sentences, and the button that starts it. */
export function StartRollout(props: StartRolloutProps) {
  const { total, sentences, obstacle, warnings, lack, isAtOnce, state, earlier, onStart } = props;
  const translate = useTranslate();
  const language = useLanguage();
  const requestMissing = useRequestMissing();
  const id = useId();
  const [typed, setTyped] = useState('');
  const isConfirmed = !isAtOnce || typed.trim() === String(total);
  const isReady = obstacle === undefined && lack === undefined && isConfirmed;
  return (
    <Card title={translate(words.start)}>
      <div className={styles.stack}>
        {sentences.length > 0 && (
          <p className={styles.sentences}>
            {joinSentences(language, ...sentences.map((sentence) => translate(sentence)))}
          </p>
        )}
        {warnings > 0 && (
          <p role="status">
            <StateWord tone="caution">{translate(words.warnings(warnings))}</StateWord>
          </p>
        )}
        {earlier}
        <p className={styles.quiet}>{translate(words.keeps)}</p>
        {isAtOnce && (
          <div>
            <label htmlFor={id} className={styles.label}>
              {translate(paceWords.confirmLabel)}
            </label>
            <TextInput
              id={id}
              value={typed}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={`${id}-help`}
              onChange={(event) => setTyped(event.target.value)}
            />
            <div id={`${id}-help`} className={styles.warning}>
              {translate(paceWords.confirm(total))}
            </div>
          </div>
        )}
        {state.failure && (
          <p role="alert" className={styles.bad}>
            {translate(state.failure)}
          </p>
        )}
        {lack !== undefined && (
          <p role="status" className={styles.quiet}>
            {translate(words.needs[lack])}{' '}
            {lack !== 'target' && (
              <Button size="small" variant="outlined" onClick={() => requestMissing(lack)}>
                {translate(isSetting(lack) ? words.openConnection : words.signIn)}
              </Button>
            )}
          </p>
        )}
        {obstacle && (
          <p role="status" className={styles.quiet}>
            {translate(obstacle)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            variant="contained"
            disabled={!isReady}
            aria-disabled={state.isStarting}
            onClick={state.isStarting ? undefined : onStart}
          >
            {translate(state.isStarting ? words.starting : words.startRollout)}
          </Button>
        </div>
      </div>
    </Card>
  );
}
