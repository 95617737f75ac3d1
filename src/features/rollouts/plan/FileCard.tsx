import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import type { PlanFile } from '#src/domain/rollout/read-plan-file.ts';
import type { JsonObject } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { FileButton } from '#src/ui/blocks/FileButton.tsx';
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
  onImport: (file: PlanFile) => void;
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

export interface ImportPlanProps extends Pick<FileCardProps, 'worker' | 'onImport'> {
  /** Buttons before it. */
  children?: ReactNode;
}

/** Opens the file of a plan. */
export function ImportPlan({ worker, onImport, children }: ImportPlanProps) {
  const translate = useTranslate();
  const [problem, setProblem] = useState<Text>();
  const read = async (file: File) => {
    try {
      const reading = await worker.readFile(await file.text());
      setProblem('problem' in reading ? reading.problem : undefined);
      if ('action' in reading) onImport(reading);
    } catch {
      setProblem(words.unread);
    }
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
        <FileButton
          label={translate(words.import)}
          accept=".json,application/json"
          variant="outlined"
          onFiles={([file]) => void read(file)}
        />
      </div>
    </>
  );
}
