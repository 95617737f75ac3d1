import type { DocumentStore } from '#src/document/store.ts';
import { toPointer } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { createListeners } from '#src/document/listeners.ts';

/** The whole document is checked this long after the last key, milliseconds. */
const CHECK_DELAY_MS = 150;

const none: readonly Issue[] = Object.freeze([]);

/** The issues of the current document, by path. */
export interface IssueStore {
  /** All issues, in the order of the form. The same list until a check has another result. */
  all(): readonly Issue[];
  /** The issues at exactly this JSON pointer. The same list until they change. */
  at(pointer: string): readonly Issue[];
  /** False until the whole document has been checked: until then, no issues does not mean no problems. */
  isChecked(): boolean;
  /** Checks the whole document now, without the delay. Returns all issues. */
  checkNow(): readonly Issue[];
  /** Checks again because the rules or their facts changed. Waits while a pointer is pressed: issues move the page. */
  recheck(): void;
  /** Replaces the issue of a single field at once, until the next full check. */
  setFieldIssue(pointer: string, issue: Issue | undefined): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps the issues of `store` up to date: runs `check` on the document a short delay after each edit. `check` returns
 * undefined while its code is not loaded; call `recheck` once it is. `defer` postpones changes that would move the page
 * while a pointer is pressed; by default nothing is postponed.
 */
export function createIssueStore(
  store: DocumentStore,
  check: (document: unknown) => readonly Issue[] | undefined,
  defer: (run: () => void) => void = (run) => run(),
): IssueStore {
  let all: readonly Issue[] = none;
  let isChecked = false;
  let byPointer = new Map<string, readonly Issue[]>();
  const { notify, subscribe } = createListeners();

  const checkNow = () => {
    checkLater.cancel();
    const issues = check(store.get());
    if (issues === undefined) return all;
    const next = group(issues, byPointer);
    const haveChanged =
      issues.length !== all.length || issues.some((issue, index) => !isSame(issue, all[index]));
    // Places may differ even if all issues are the same: `setFieldIssue` may have changed them in between.
    const havePlacesChanged =
      next.size !== byPointer.size ||
      [...next].some(([pointer, list]) => byPointer.get(pointer) !== list);
    byPointer = next;
    const isFirst = !isChecked;
    isChecked = true;
    if (haveChanged) all = issues;
    if (haveChanged || havePlacesChanged || isFirst) notify();
    return all;
  };

  const recheck = () => defer(checkNow);
  const checkLater = createDebounce(CHECK_DELAY_MS, recheck);
  store.subscribe(checkLater.schedule);
  checkNow();

  return {
    all: () => all,
    isChecked: () => isChecked,
    at: (pointer) => byPointer.get(pointer) ?? none,
    checkNow,
    recheck,
    setFieldIssue(pointer, issue) {
      const present = byPointer.get(pointer) ?? none;
      const fromRules = present.filter((other) => other.rule !== undefined);
      if (issue === undefined && fromRules.length === present.length) return;
      if (issue !== undefined && present.some((other) => isSame(other, issue))) return;
      byPointer.set(pointer, issue === undefined ? fromRules : [issue, ...fromRules]);
      notify();
    },
    subscribe,
  };
}

/** Groups by pointer. A place whose issues are the same keeps its list, so that its field does not render again. */
function group(
  issues: readonly Issue[],
  before: ReadonlyMap<string, readonly Issue[]>,
): Map<string, readonly Issue[]> {
  const lists = new Map<string, Issue[]>();
  for (const issue of issues) {
    const pointer = toPointer(issue.path);
    const list = lists.get(pointer);
    if (list === undefined) lists.set(pointer, [issue]);
    else list.push(issue);
  }
  const grouped = new Map<string, readonly Issue[]>();
  for (const [pointer, list] of lists) {
    const old = before.get(pointer);
    const same =
      old?.length === list.length && list.every((issue, index) => isSame(issue, old[index]));
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
