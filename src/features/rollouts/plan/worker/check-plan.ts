import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import {
  createEligibility,
  type Doubt,
  type ListedTarget,
} from '#src/domain/rollout/eligibility.ts';
import { expandRow, type RolloutProblem } from '#src/domain/rollout/expand-row.ts';
import {
  toRolloutRequest,
  type PlannedRollout,
  type PlannedRow,
  type RolloutPlace,
} from '#src/domain/rollout/planned-rollout.ts';
import { readRollout } from '#src/domain/rollout/read-rollout.ts';
import type { RolloutPlan } from '#src/domain/rollout/waves.ts';

/** A plan without its rows, and where it will run. */
export interface CheckSubject {
  readonly rollout: Omit<PlannedRollout, 'rows'>;
  readonly plan: RolloutPlan;
  readonly place: RolloutPlace;
  readonly edition: Edition;
  readonly generation: Generation;
  /** True if every node of the project is known. */
  readonly hasAllNodes: boolean;
}

/** What was found about a row. */
export interface RowFinding {
  readonly level: 'problem' | 'warning';
  readonly kind: Doubt['kind'] | 'request';
  readonly message: Text;
  readonly path?: string | undefined;
}

/** What the server would say about a plan, found with the code that the server uses, and what the lists say. */
export interface PlanCheck {
  /** Of the plan as a whole. */
  readonly general: readonly Text[];
  /** Rows without findings are absent. The worst finding comes first. */
  readonly byRow: ReadonlyMap<string, readonly RowFinding[]>;
  /** The numbers of rows. */
  readonly problems: number;
  readonly warnings: number;
  /** The index of the row with the longest name. */
  readonly longest: number;
}

interface CheckedLists extends Pick<ListedTarget, 'nodes' | 'deployments'> {
  readonly rows: readonly PlannedRow[];
}

/** Checks every row, even after many problems. `breathe` is called before each row, and may throw to end the check. */
export async function checkPlan(
  subject: CheckSubject,
  { rows, nodes, deployments }: CheckedLists,
  breathe: () => Promise<void>,
): Promise<PlanCheck> {
  const { plan, place, edition, generation, hasAllNodes } = subject;
  const rollout = { ...subject.rollout, rows };
  const { problems = [] } = await readRollout(toRolloutRequest(rollout, plan, place), {
    edition,
    generation: generation === '2025' ? generation : undefined,
    breathe,
    maxProblems: Infinity,
  });
  const byRow = new Map<string, RowFinding[]>();
  const add = (id: string, finding: RowFinding) => {
    const known = byRow.get(id);
    if (known === undefined) byRow.set(id, [finding]);
    else known.push(finding);
  };
  const general: Text[] = [];
  for (const problem of problems) {
    if (problem.id === undefined) general.push(problem.message);
    else add(problem.id, toFinding(problem));
  }
  const { action, kind, body, namePattern } = rollout;
  const state = { nodes, deployments, hasAllNodes };
  const doubtsOf = createEligibility({ action, kind, body, edition, generation }, state);
  const named = { action, body, ...(action === 'create' && { namePattern }) };
  let longest = 0;
  let longestLength = 0;
  for (const [index, { id, name, values, columns }] of rows.entries()) {
    await breathe();
    const expanded = expandRow(named, { ...columns, id, name, values }, index, rows.length);
    if ('problem' in expanded) continue;
    const { length } = expanded.row.name;
    if (length > longestLength) [longest, longestLength] = [index, length];
    for (const { kind, message, isCertain } of doubtsOf(expanded.row))
      add(id, { level: isCertain ? 'problem' : 'warning', kind, message });
  }
  return { general, byRow: worstFirst(byRow), ...countLevels(byRow), longest };
}

function worstFirst(byRow: ReadonlyMap<string, RowFinding[]>): PlanCheck['byRow'] {
  for (const findings of byRow.values())
    findings.sort((a, b) => Number(b.level === 'problem') - Number(a.level === 'problem'));
  return byRow;
}

function countLevels(byRow: PlanCheck['byRow']): Pick<PlanCheck, 'problems' | 'warnings'> {
  let problems = 0;
  for (const [first] of byRow.values()) if (first?.level === 'problem') problems++;
  return { problems, warnings: byRow.size - problems };
}

function toFinding({ message, fix, path }: RolloutProblem): RowFinding {
  const whole = fix ? { en: `${message.en} ${fix.en}`, zh: message.zh + fix.zh } : message;
  return { level: 'problem', kind: 'request', message: whole, path };
}
