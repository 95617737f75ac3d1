import type { DocumentStore } from '#src/document/store.ts';
import { toPointer } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { createListeners } from './listeners.ts';
import { createPause } from '#src/ui/timing/pause.ts';

/** How long after the last key the whole document is judged, milliseconds. */
const CHECK_DELAY_MS = 150;

const none: readonly Issue[] = Object.freeze([]);

/** The problems of the document in hand, by the path they stand at. */
export interface IssueStore {
  /** All issues, in the order of the form. The same list until a check finds something else. */
  all(): readonly Issue[];
  /** Issues at exactly this JSON pointer. The same list until they change. */
  at(pointer: string): readonly Issue[];
  /** False as long as nothing could judge the whole document: that there are no issues says nothing then. */
  isJudged(): boolean;
  /** Judges the whole document now, not after the pause. Returns all issues. */
  checkNow(): readonly Issue[];
  /** Judges anew, as what it is judged by has changed. Not while a pointer is pressed: problems move the page. */
  checkAgain(): void;
  /** Puts a field's own verdict in place at once, until the next whole check. */
  setOwn(pointer: string, issue: Issue | undefined): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps the issues of `store` up to date: `check` is run on the document a pause after each edit. It gives undefined
 * while it cannot judge; whoever lets it judge later calls `checkAgain` then. `settle` puts off what would move the
 * page while a pointer is pressed; at once unless told.
 */
export function createIssueStore(
  store: DocumentStore,
  check: (document: unknown) => readonly Issue[] | undefined,
  settle: (run: () => void) => void = (run) => run(),
): IssueStore {
  let all: readonly Issue[] = none;
  let isJudged = false;
  let byPointer = new Map<string, readonly Issue[]>();
  const { announce, subscribe } = createListeners();

  const checkNow = () => {
    pause.end();
    const found = check(store.get());
    if (found === undefined) return all;
    const next = group(found, byPointer);
    const changed =
      found.length !== all.length || found.some((issue, at) => !isSame(issue, all[at]));
    // Places may differ although all issues are as before: a field's own verdict stood there meanwhile.
    const moved =
      next.size !== byPointer.size || [...next].some(([at, list]) => byPointer.get(at) !== list);
    byPointer = next;
    const isFirst = !isJudged;
    isJudged = true;
    if (changed) all = found;
    if (changed || moved || isFirst) announce();
    return all;
  };

  const checkAgain = () => settle(checkNow);
  const pause = createPause(CHECK_DELAY_MS, checkAgain);
  store.subscribe(pause.begin);
  checkNow();

  return {
    all: () => all,
    isJudged: () => isJudged,
    at: (pointer) => byPointer.get(pointer) ?? none,
    checkNow,
    checkAgain,
    setOwn(pointer, issue) {
      const present = byPointer.get(pointer) ?? none;
      const others = present.filter((other) => other.rule !== undefined);
      if (issue === undefined && others.length === present.length) return;
      if (issue !== undefined && present.some((other) => isSame(other, issue))) return;
      byPointer.set(pointer, issue === undefined ? others : [issue, ...others]);
      announce();
    },
    subscribe,
  };
}

/** Groups by pointer; a place whose issues did not change keeps its old list, so its field is not drawn again. */
function group(
  issues: readonly Issue[],
  before: ReadonlyMap<string, readonly Issue[]>,
): Map<string, readonly Issue[]> {
  const fresh = new Map<string, Issue[]>();
  for (const issue of issues) {
    const pointer = toPointer(issue.path);
    const list = fresh.get(pointer);
    if (list === undefined) fresh.set(pointer, [issue]);
    else list.push(issue);
  }
  const grouped = new Map<string, readonly Issue[]>();
  for (const [pointer, list] of fresh) {
    const old = before.get(pointer);
    const same = old?.length === list.length && list.every((issue, at) => isSame(issue, old[at]));
    grouped.set(pointer, same ? old : list);
  }
  return grouped;
}

function isSame(a: Issue, b: Issue | undefined): boolean {
  return (
    b !== undefined &&
    a.severity === b.severity &&
    a.kind === b.kind &&
    a.rule === b.rule &&
    a.message.en === b.message.en &&
    a.fix?.label.en === b.fix?.label.en &&
    toPointer(a.path) === toPointer(b.path)
  );
}
