import clsx from 'clsx';
import { useMemo, useState } from 'react';
import type { Json } from '#src/json/value.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useIsPainted } from '#src/ui/timing/use-is-painted.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { DeploymentDrawing } from './DeploymentDrawing.tsx';
import { DeploymentTable } from './DeploymentTable.tsx';
import { drawingWords } from './drawing-words.ts';
import styles from './drawing.module.css';
import { toDrawnDeployment, type DrawnDeployment } from './model/drawn-deployment.ts';

interface DrawingCardProps {
  body: Json;
  /** The name of the node or node group, if it is known. */
  targetName: string | undefined;
  /** Facts of the node, such as its state and address. */
  targetFacts: readonly string[];
}

/** The deployment as a drawing or as a table. On a narrow screen only the table is readable. */
export function DrawingCard({ body, targetName, targetFacts }: DrawingCardProps) {
  const translate = useTranslate();
  const [view, setView] = useState<'drawing' | 'table'>('drawing');
  const deployment = useMemo(() => toDrawnDeployment(body), [body]);
  // Behind the drawing, the table can wait.
  const isPainted = useIsPainted();
  const { containers, name } = deployment;
  const ports = containers.reduce((sum, one) => sum + one.ports.length, 0);
  const mounts = containers.reduce((sum, one) => sum + one.mounts.length, 0);
  const isDrawing = view === 'drawing';
  return (
    <Card
      flush
      title={name || translate(drawingWords.unnamed)}
      note={translate(drawingWords.facts(ports, mounts))}
      actions={
        <div className={styles.switch}>
          <Segments
            label={translate(drawingWords.view)}
            hideLabel
            value={view}
            onChange={setView}
            segments={[
              { value: 'drawing', label: translate(drawingWords.drawing) },
              { value: 'table', label: translate(drawingWords.table) },
            ]}
          />
        </div>
      }
    >
      <div className={styles.views}>
        {isDrawing && (
          <div className={styles.canvas}>
            <DeploymentDrawing
              deployment={deployment}
              target={targetName ?? fallbackName(deployment, translate)}
              targetFacts={targetFacts}
            />
          </div>
        )}
        {/* Screen readers always get the table, narrow screens too. */}
        <div className={clsx(styles.tableBox, isDrawing && styles.behind)}>
          {(isPainted || !isDrawing || isNarrow()) && <DeploymentTable deployment={deployment} />}
        </div>
      </div>
    </Card>
  );
}

/** True if the window may be too narrow for the drawing. */
function isNarrow(): boolean {
  return window.innerWidth < 900;
}

function fallbackName(
  { nodeId, groupId }: DrawnDeployment,
  translate: ReturnType<typeof useTranslate>,
): string {
  if (groupId !== '') return `${translate(drawingWords.group)} ${groupId}`;
  return nodeId || translate(drawingWords.noNode);
}
