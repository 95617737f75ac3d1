import Button from '@mui/material/Button';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { fileWords as words } from './file-words.ts';
import styles from './plan.module.css';
import type { PlanWorker } from './worker/create-plan-worker.ts';

interface FileCardProps {
  worker: PlanWorker;
  /** False while the plan has no rows, or wrong settings. */
  isReady: boolean;
  /** True if the plan is for the embedded mock, which only this server can reach. */
  isMock: boolean;
  makeRequest: () => JsonObject | undefined;
  onImport: (rollout: PlannedRollout) => void;
}

/** The plan as a file: for review, and for the command line. */
export function FileCard({ worker, isReady, isMock, makeRequest, onImport }: FileCardProps) {
  const translate = useTranslate();
  return (
    <Card title={translate(words.title)}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{translate(words.help)}</p>
        {isMock ? (
          <p className={styles.quiet}>{translate(words.mock)}</p>
        ) : (
          <>
            <p className={styles.quiet}>{translate(words.commandHelp)}</p>
            <code className={styles.command}>npm run -s rollout -- plan.json</code>
          </>
        )}
        <ImportPlan worker={worker} onImport={onImport}>
          <Button
            size="small"
            variant="outlined"
            disabled={!isReady}
            onClick={() => {
              const request = makeRequest();
              if (request) downloadText(`${JSON.stringify(request, null, 2)}\n`, 'plan.json');
            }}
          >
            {translate(words.export)}
          </Button>
        </ImportPlan>
      </div>
    </Card>
  );
}

interface ImportPlanProps extends Pick<FileCardProps, 'worker' | 'onImport'> {
  /** Buttons before it. */
  children?: ReactNode;
}

/** Opens the file of a plan. */
export function ImportPlan({ worker, onImport, children }: ImportPlanProps) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Text>();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    try {
      const reading = await worker.readFile(await file.text());
      setProblem('problem' in reading ? reading.problem : undefined);
      if ('action' in reading) onImport(reading);
    } catch {
      setProblem(words.unread);
    }
    target.value = '';
  };
  return (
    <>
      {problem && (
        <p role="alert" className={styles.bad}>
          {translate(problem)}
        </p>
      )}
      <div className={styles.buttons}>
        {children}
        <Button size="small" variant="outlined" onClick={() => input.current?.click()}>
          {translate(words.import)}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={translate(words.file)}
          hidden
          onChange={(event) => void read(event)}
        />
      </div>
    </>
  );
}
