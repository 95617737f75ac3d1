import type { ActionTimes } from './actions.ts';
import type { SubjectName } from '../subjects.ts';
import type { Typing } from './typing.ts';
import type { Loading } from './visit.ts';

/** The result of one visit of one page with one document. */
export interface Sample {
  readonly round: number;
  readonly size: string;
  readonly subject: SubjectName;
  readonly loading?: Loading;
  readonly typing?: Typing;
  readonly actions?: ActionTimes;
  /** Seconds until the visit was abandoned, and its last phase. */
  readonly gaveUp?: { readonly seconds: number; readonly at: string };
}

/** JavaScript of a page until its first field appears, bytes as transferred (brotli). */
export type ScriptBytes = Partial<Record<SubjectName, number>>;

/** Everything a run measured, as stored on disk; a later run can be merged into it. */
export interface RawRun {
  readonly begun: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly samples: readonly Sample[];
  readonly scriptBytes: ScriptBytes;
}

/** The machine of a run. */
export interface Machine {
  readonly what: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
}

/** Appends the rounds of a later run to those of an earlier one. */
export function join(before: RawRun | undefined, after: RawRun): RawRun {
  if (before === undefined) return after;
  const later = after.samples.map((sample) => ({ ...sample, round: sample.round + before.rounds }));
  return {
    ...after,
    begun: before.begun,
    rounds: before.rounds + after.rounds,
    samples: [...before.samples, ...later],
    scriptBytes: { ...before.scriptBytes, ...after.scriptBytes },
  };
}
