import Button from '@mui/material/Button';
import { useRef, useState, type ChangeEvent } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { readPlanFile } from '#src/domain/rollout/read-plan-file.ts';
import type { JsonObject } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { fileWords as words } from './file-words.ts';
import styles from './plan.module.css';

interface FileCardProps {
  /** Undefined while the plan has no rows, or wrong settings. */
  request: JsonObject | undefined;
  onImport: (rollout: PlannedRollout) => void;
}

/** The plan as a file: for review, and for the command line. */
export function FileCard({ request, onImport }: FileCardProps) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Text>();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const reading = readPlanFile(await file.text());
    target.value = '';
    if ('action' in reading) {
      setProblem(undefined);
      onImport(reading);
    } else setProblem(reading);
  };
  return (
    <Card title={translate(words.title)}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{translate(words.help)}</p>
        <code className={styles.command}>npm run -s rollout -- plan.json</code>
        {problem && (
          <p role="alert" className={styles.bad}>
            {translate(problem)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="outlined"
            disabled={request === undefined}
            onClick={() =>
              request && downloadText(`${JSON.stringify(request, null, 2)}\n`, 'plan.json')
            }
          >
            {translate(words.export)}
          </Button>
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
      </div>
    </Card>
  );
}
