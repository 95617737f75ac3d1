import clsx from 'clsx';
import { memo, useMemo, useState } from 'react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { Segments } from '#src/ui/field/Segments.tsx';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { wavesWords as words } from '../words/waves-words.ts';
import { wavesOverTime } from './wave-model.ts';
import { WavesDrawing } from './WavesDrawing.tsx';
import { WavesTable } from './WavesTable.tsx';
import styles from './waves.module.css';

interface WavesCardProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
}

const SHORT_MS = 5 * 60_000;

/** The waves as a drawing over time or as a table. On a narrow screen only the table is readable. */
export const WavesCard = memo(function WavesCard({ rollout, nodes }: WavesCardProps) {
  const translate = useTranslate();
  const [view, setView] = useState<'drawing' | 'table'>('drawing');
  const { createdMs, endedMs, plan, waves } = rollout;
  const [isShort] = useState(() => Date.now() - createdMs < SHORT_MS);
  const clock = useNow(isShort ? 1000 : 10_000);
  const now = endedMs ?? Math.max(clock, createdMs);
  const models = useMemo(() => wavesOverTime(rollout, nodes, now), [rollout, nodes, now]);
  const isDrawing = view === 'drawing';
  const asWritten = plan.waves.length > 0 ? plan.waves : waves.map(String);
  const note = [
    translate(words.plan(asWritten.join(translate(words.join)), plan.stopAt)),
    plan.gate === 'manual' && translate(words.manual),
  ];
  return (
    <Card
      flush
      title={translate(words.title)}
      note={note.filter(Boolean).join(' · ')}
      actions={
        <div className={styles.switch}>
          <Segments
            label={translate(words.view)}
            hideLabel
            value={view}
            onChange={setView}
            segments={[
              { value: 'drawing', label: translate(words.drawing) },
              { value: 'table', label: translate(words.table) },
            ]}
          />
        </div>
      }
    >
      <div className={styles.views}>
        {isDrawing && (
          <div className={styles.canvas}>
            <WavesDrawing rollout={rollout} waves={models} nowMs={now} />
          </div>
        )}
        {/* Screen readers always get the table, narrow screens too. */}
        <div className={clsx(styles.tableBox, isDrawing && styles.behind)}>
          <WavesTable rollout={rollout} waves={models} />
        </div>
      </div>
    </Card>
  );
});
