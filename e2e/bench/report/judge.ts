import type { SubjectName } from '../subjects.ts';
import { actionNames } from '../measure/actions.ts';
import type { Report } from './report.ts';
import { sizes } from '../sizes.ts';
import { pairedRatio } from './statistics.ts';

/** A budget and its measured value. */
export interface Verdict {
  readonly what: string;
  /** NaN if not measured, which misses the budget: a check without a measurement must fail. */
  readonly value: number;
  readonly unit: '' | 'times' | 'ms' | 'MB' | 'KiB';
  readonly bound: 'most' | 'least';
  readonly limit: number;
  readonly isKept: boolean;
}

/** A budget before it is judged. */
export type Claim = Omit<Verdict, 'isKept'>;
type Kind = 'fast' | 'paused';

const PACE = { fast: 'while typing', paused: 'with pauses' } as const;

/** Work per key of a page divided by that of the bare input in the same round. */
export function ratioToBare(
  { rows }: Report,
  size: string,
  kind: Kind,
  page: SubjectName = 'ours',
): number {
  const over = rows[size]?.[page]?.[`${kind}ByRound`] ?? {};
  const under = rows[size]?.bare?.[`${kind}ByRound`] ?? {};
  const rounds = Object.keys(over)
    .map(Number)
    .filter((round) => round in under);
  return pairedRatio(
    rounds.map((round) => over[round]!),
    rounds.map((round) => under[round]!),
  );
}

/** The increase of the cost per key from one size to another, within each round. */
function growth({ rows }: Report, from: string, to: string): number {
  const small = rows[from]?.ours?.fastByRound ?? {};
  const large = rows[to]?.ours?.fastByRound ?? {};
  const rounds = Object.keys(large)
    .map(Number)
    .filter((round) => round in small);
  return pairedRatio(
    rounds.map((round) => large[round]!),
    rounds.map((round) => small[round]!),
  );
}

/** Decides whether each budget is met. */
export function decide(claims: readonly Claim[]): readonly Verdict[] {
  return claims.map((claim) => ({
    ...claim,
    isKept: claim.bound === 'most' ? claim.value <= claim.limit : claim.value >= claim.limit,
  }));
}

/** The budgets of a full run. */
export function judge(report: Report): readonly Verdict[] {
  return decide([
    ...claimWork(report),
    ...claimTyping(report),
    ...claimStart(report),
    ...claimActions(report),
    ...claimWeight(report),
  ]);
}

const names = sizes.map(({ name }) => name);

function claimWork(report: Report): readonly Claim[] {
  const work = (page: 'ours' | 'rjsf') => report.rows['20x50']?.[page]?.fast?.median ?? Number.NaN;
  return [
    ...(['fast', 'paused'] as const).flatMap((kind) =>
      names.map((size) =>
        most(
          `work per key ${PACE[kind]}, ${size}, relative to the bare input`,
          ratioToBare(report, size, kind),
          'times',
          kind === 'fast' ? 2.2 : 2.5,
        ),
      ),
    ),
    most(
      'increase of work per key from 5x20 to 20x250',
      growth(report, '5x20', '20x250'),
      'times',
      1.25,
    ),
    least('less work per key than RJSF, 20x50', work('rjsf') / work('ours'), 15),
  ];
}

function claimTyping({ rows }: Report): readonly Claim[] {
  return names.flatMap((size) => {
    const ours = rows[size]?.ours;
    return [
      most(`tasks over 50 ms while typing, ${size}`, ours?.longTasks, '', 0),
      most(`tasks over 50 ms at a quarter of the speed, ${size}`, ours?.slowedLongTasks, '', 0),
      most(`letters lost, ${size}`, ours?.lost, '', 0),
      most(`letters lost at 30 per second, ${size}`, ours?.lostRushed, '', 0),
    ];
  });
}

function claimStart({ rows }: Report): readonly Claim[] {
  /** An abandoned page took at least its time limit. */
  const editable = (page: 'ours' | 'rjsf' | 'jsonforms') => {
    const row = rows['20x50']?.[page];
    return row?.editable?.median ?? (row?.gaveUp ? row.gaveUp.seconds * 1000 : Number.NaN);
  };
  return [
    least('editable sooner than RJSF, 20x50', editable('rjsf') / editable('ours'), 15),
    least('editable sooner than JSON Forms, 20x50', editable('jsonforms') / editable('ours'), 15),
  ];
}

function claimActions({ rows }: Report): readonly Claim[] {
  return names.flatMap((size) =>
    actionNames
      // With only one container there is none to switch to.
      .filter((action) => action !== 'container' || size !== '1x5')
      .map((action) =>
        most(`${action}, p95, ${size}`, rows[size]?.ours?.actions?.[action]?.p95, 'ms', 60),
      ),
  );
}

function claimWeight({ rows, scriptBytes }: Report): readonly Claim[] {
  const ours = rows['20x50']?.ours;
  const { ours: ourBytes = Number.NaN, rjsf = Number.NaN, jsonforms = Number.NaN } = scriptBytes;
  return [
    most('heap, 20x250', (rows['20x250']?.ours?.heap ?? Number.NaN) / 1e6, 'MB', 16),
    most('JavaScript before the first field', ourBytes / 1024, 'KiB', 185),
    most('JavaScript before the first field, relative to RJSF', ourBytes / rjsf, 'times', 1),
    most(
      'JavaScript before the first field, relative to JSON Forms',
      ourBytes / jsonforms,
      'times',
      1,
    ),
    most('layout shift while loading, 20x50', ours?.shift, '', 0),
    most('requests to another origin, 20x50', ours?.foreign, '', 0),
  ];
}

function most(what: string, value: number | undefined, unit: Claim['unit'], limit: number): Claim {
  return { what, value: value ?? Number.NaN, unit, bound: 'most', limit };
}

function least(what: string, value: number, limit: number): Claim {
  return { what, value, unit: 'times', bound: 'least', limit };
}

/** The budgets of the short form: only ratios, with tolerance for other load on the machine. */
export function judgeShort(report: Report): readonly Verdict[] {
  const times = { unit: 'times', bound: 'most' } as const;
  const none = { unit: '', bound: 'most', limit: 0 } as const;
  return decide([
    ...shortSizes.flatMap((size) => [
      {
        what: `work per key while typing, ${size}, relative to the bare input`,
        value: ratioToBare(report, size, 'fast'),
        limit: SHORT_LIMIT,
        ...times,
      },
      {
        what: `letters lost, ${size}`,
        value: report.rows[size]?.ours?.lost ?? Number.NaN,
        ...none,
      },
    ]),
    {
      what: 'increase of work per key from 5x20 to 20x50',
      value: growth(report, '5x20', '20x50'),
      limit: SHORT_GROWTH,
      ...times,
    },
  ]);
}

/** The documents of the short form. */
export const shortSizes = ['5x20', '20x50'] as const;
const SHORT_LIMIT = 3;
const SHORT_GROWTH = 1.6;
