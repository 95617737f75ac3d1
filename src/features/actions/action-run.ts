import { createListeners } from '#src/document/listeners.ts';
import type { ActionDeps, ItemState } from './deployment-action.ts';
import { lookForDeleted, actOnDeployment } from './act-on-deployment.ts';
import { readStoredRun, writeStoredRun, type ActionTask } from './stored-run.ts';

/** How an action on several deployments is going. */
export interface ActionRunView {
  readonly states: readonly ItemState[];
  /** True if the page was closed while it was going. */
  readonly isInterrupted: boolean;
}

const busy: readonly ItemState['state'][] = ['waiting', 'working', 'lookingUp'];

export function isEnded({ state }: ItemState): boolean {
  return !busy.includes(state);
}

/** An action on deployments, one after the other. It goes on when its dialog disappears with its page. */
export class ActionRun {
  readonly task: ActionTask;
  private state: ActionRunView;
  private isLooking = false;
  private readonly listeners = createListeners();

  constructor(task: ActionTask, states?: readonly ItemState[]) {
    this.task = task;
    this.state = {
      states: states ?? task.items.map(() => ({ state: 'waiting' })),
      isInterrupted: states !== undefined,
    };
  }

  readonly view = (): ActionRunView => this.state;

  readonly subscribe = (listener: () => void): (() => void) => this.listeners.subscribe(listener);

  isOver(): boolean {
    return this.state.states.every(isEnded);
  }

  /** Does the action to all deployments that wait for it. */
  async start(deps: ActionDeps): Promise<void> {
    const { action, items, place } = this.task;
    for (const [index, item] of items.entries())
      if (this.state.states[index]!.state === 'waiting')
        await actOnDeployment(action, item, place, deps, (state) => this.show(index, state));
  }

  /** After an interruption: the ones that were not started are done now. */
  async resume(deps: ActionDeps): Promise<void> {
    const states = this.state.states.map((state): ItemState =>
      state.state === 'notStarted' ? { state: 'waiting' } : state,
    );
    this.change({ states, isInterrupted: false });
    await this.start(deps);
  }

  /** Looks for the outcome of the delete that was under way when the page was closed. Sends nothing. */
  async lookUp(deps: ActionDeps): Promise<void> {
    if (!this.state.isInterrupted || this.isLooking) return;
    this.isLooking = true;
    for (const [index, item] of this.task.items.entries()) {
      if (this.state.states[index]!.state !== 'lookingUp') continue;
      const outcome = await lookForDeleted(item, deps);
      await deps.settle(item, outcome);
      this.show(index, { state: outcome });
    }
  }

  private show(index: number, state: ItemState): void {
    this.change({ states: this.state.states.with(index, state) });
  }

  private change(change: Partial<ActionRunView>): void {
    this.state = { ...this.state, ...change };
    writeStoredRun({ version: 1, ...this.task, states: this.state.states });
    this.listeners.notify();
  }
}

let current: ActionRun | undefined;
let isStoredRead = false;

/** Starts an action. Only one goes on at a time, because its dialog is modal. */
export function startRun(task: ActionTask, deps: ActionDeps): ActionRun {
  current = new ActionRun(task);
  void current.start(deps);
  return current;
}

/** The action that is going on, or that the page was doing when it was closed. */
export function currentRun(): ActionRun | undefined {
  if (current === undefined && !isStoredRead) {
    const stored = readStoredRun();
    current = stored && new ActionRun(stored, stored.states.map(afterInterruption(stored)));
  }
  isStoredRead = true;
  return current;
}

/** The user has seen how the action ended. */
export function endRun(): void {
  current = undefined;
  writeStoredRun(undefined);
}

/** Nothing tells whether a restart was accepted; a delete is looked up. */
function afterInterruption({ action }: ActionTask) {
  return (state: ItemState): ItemState => {
    if (state.state === 'waiting') return { state: 'notStarted' };
    if (isEnded(state)) return state;
    if (action === 'delete') return { state: 'lookingUp' };
    const pods = state.state === 'working' ? state.pods : undefined;
    return { state: 'unknown', ...(pods && { pods }) };
  };
}
