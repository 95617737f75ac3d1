import clsx from 'clsx';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { StateWord, type StateTone } from '#src/ui/status/StateWord.tsx';
import { formatSpan } from '#src/ui/words/format-age.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useShortTime } from '../nodes/use-node-words.ts';
import { CountsBar } from '../state/CountsBar.tsx';
import { wavesWords as words } from '../words/waves-words.ts';
import type { WaveModel } from './wave-model.ts';
import styles from './waves.module.css';

const columns = ['wave', 'state', 'progress', 'failed', 'started', 'lasted', 'stops'] as const;
const tones: Record<WaveModel['state'], StateTone> = {
  planned: 'quiet',
  never: 'quiet',
  running: 'busy',
  done: 'good',
  stopped: 'bad',
  paused: 'quiet',
  'needs-token': 'caution',
  aborted: 'quiet',
};

interface WavesTableProps {
  rollout: ShownRollout;
  waves: readonly WaveModel[];
}

/** The waves as a table; it says everything that the drawing shows. */
export function WavesTable({ rollout, waves }: WavesTableProps) {
  const translate = useTranslate();
  return (
    <table aria-label={translate(words.title)} className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {translate(words.columns[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {waves.map((wave) => (
          <WaveRow key={wave.number} rollout={rollout} wave={wave} />
        ))}
      </tbody>
    </table>
  );
}

function WaveRow({ rollout, wave }: { rollout: ShownRollout; wave: WaveModel }) {
  const translate = useTranslate();
  const language = useLanguage();
  const formatTime = useShortTime();
  const { number, total, tried, counts, state, startMs, endMs, stops } = wave;
  const done = rollout.action === 'delete' ? words.deleted : words.ready;
  const stopWords = stops.map(({ fromMs, toMs }) =>
    translate(
      toMs === undefined
        ? words.stoppedSince(formatTime(fromMs))
        : words.stopped(formatTime(fromMs), formatTime(toMs)),
    ),
  );
  const isManual = state === 'planned' && rollout.plan.gate === 'manual';
  return (
    <tr>
      <th scope="row">{translate(words.wave(number))}</th>
      <td>
        <StateWord tone={tones[state]}>
          {translate(isManual ? words.startsManually : words.states[state](tried, total))}
        </StateWord>
      </td>
      <td>
        <CountsBar counts={counts} action={rollout.action} />
        <span className={styles.small}>{translate(done(counts.ready, total))}</span>
      </td>
      <td
        data-label={translate(words.columns.failed)}
        className={clsx(counts.failed === 0 && styles.blank)}
      >
        {counts.failed}
      </td>
      <td
        data-label={translate(words.columns.started)}
        className={clsx(startMs === undefined && styles.blank)}
      >
        {startMs === undefined ? '–' : formatTime(startMs)}
      </td>
      <td
        data-label={translate(words.columns.lasted)}
        className={clsx(startMs === undefined && styles.blank)}
      >
        {startMs === undefined || endMs === undefined ? '–' : formatSpan(endMs - startMs, language)}
      </td>
      <td
        data-label={translate(words.columns.stops)}
        className={clsx(stops.length === 0 && styles.blank)}
      >
        {stopWords.join('; ') || '–'}
      </td>
    </tr>
  );
}
