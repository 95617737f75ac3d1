import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { WaveCounts } from '#src/server/rollouts/rows/count-rows.ts';

/** How a rollout moves on by itself. */
export type RolloutStep =
  | { readonly kind: 'none' }
  /** Every row is in a final state. */
  | { readonly kind: 'end' }
  /** The failure limit is reached. */
  | { readonly kind: 'stop' }
  /** A person decides whether the next wave starts. */
  | { readonly kind: 'gate' }
  | { readonly kind: 'open'; readonly wave: number; readonly waveEnd: number }
  /** As many of the next rows are tried first; without any, the wave opens. */
  | {
      readonly kind: 'stand-in';
      readonly count: number;
      readonly wave: number;
      readonly waveEnd: number;
    };

/** Decides the next step from the numbers of rows. */
export function nextStep(record: RolloutRecord, { all, open }: WaveCounts): RolloutStep {
  if (all.waiting + all.sending + all.unknown + all.accepted === 0) return { kind: 'end' };
  if (record.state !== 'running') return { kind: 'none' };
  if (all.failed >= record.stop_at) return { kind: 'stop' };
  const ends = JSON.parse(record.wave_ends) as readonly number[];
  const next = record.wave + 1;
  const waveEnd = ends[next];
  if (waveEnd === undefined) return { kind: 'none' };
  const unfinished = open.waiting + open.sending + open.unknown + open.accepted;
  const judged = unfinished + open.ready + open.failed;
  // Only nodes that are offline or were skipped so far: otherwise the next wave would start although nothing was tried.
  if (judged === 0 && record.gate === 'auto') {
    return { kind: 'stand-in', count: ends[0]!, wave: next, waveEnd };
  }
  if (open.ready * 100 >= record.go_on_percent * judged) {
    return record.gate === 'manual' ? { kind: 'gate' } : { kind: 'open', wave: next, waveEnd };
  }
  // The share can no longer be reached.
  return unfinished === 0 ? { kind: 'gate' } : { kind: 'none' };
}
