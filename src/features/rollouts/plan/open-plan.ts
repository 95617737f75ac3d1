import { dropPlan, keepPlan, readPlan, type KeptPlan } from '#src/client/rollouts/plan-store.ts';
import { eachPart } from '#src/client/rollouts/list-parts.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { createListeners } from '#src/document/listeners.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';

/** The plan of this tab, with whether the browser stores it. */
export interface PlanState {
  /** Undefined while it is read; null if there is nothing to plan. */
  readonly kept: KeptPlan | null | undefined;
  readonly isStored: boolean;
}

/** The plan that is open in the page, stored after each change. */
export interface OpenPlan {
  get(): PlanState;
  subscribe(listener: () => void): () => void;
  change(part: Partial<PlannedRollout>): void;
  /** Replaces all of it, as after an import. */
  replace(plan: KeptPlan): void;
  /** Stores an unsaved change now. */
  save(): void;
  /** Forgets it, because it was started. The person may be on another page by then, and have another plan. */
  drop(): void;
}

/** A plan is stored this long after the last change, and this long after the first one at most. */
const SAVE_MS = 300;
const SAVE_WITHIN_MS = 700;

async function prepare(rows: PlannedRollout['rows']): Promise<void> {
  for (const _part of eachPart(rows)) await nextTask();
}

/** Opens the plan of this tab. `begin` makes a new one if there is none. */
export function openPlan(begin: () => Promise<KeptPlan | undefined>): OpenPlan {
  let state: PlanState = { kept: undefined, isStored: true };
  let isSaved = true;
  /** As it was read or stored last. */
  let stored: KeptPlan | undefined;
  const { notify, subscribe } = createListeners();
  const set = (change: Partial<PlanState>) => {
    state = { ...state, ...change };
    notify();
  };
  const save = () => {
    if (isSaved || !state.kept) return;
    isSaved = true;
    stored = state.kept;
    void keepPlan(stored).then((isStored) => set({ isStored }));
  };
  const storeSoon = () => {
    const rows = state.kept?.rollout.rows ?? [];
    // Storing makes the parts that are missing at once: of many rows, that would be a long task. Rows that have changed
    // meanwhile are stored later.
    void prepare(rows).then(() => state.kept?.rollout.rows === rows && save());
  };
  const debounce = createDebounce(SAVE_MS, storeSoon, SAVE_WITHIN_MS);
  const replace = (kept: KeptPlan) => {
    isSaved = false;
    debounce.schedule();
    set({ kept });
  };
  void readPlan()
    .then(async (kept) => (stored = kept) ?? (await begin()))
    .then((kept) => set({ kept: kept ?? null }));
  return {
    get: () => state,
    subscribe,
    change(part) {
      const { kept } = state;
      if (kept) replace({ ...kept, rollout: { ...kept.rollout, ...part } });
    },
    replace,
    save,
    drop() {
      isSaved = true;
      debounce.cancel();
      void dropPlan(stored);
    },
  };
}
