import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/with-selector';
import { getIn } from '#src/json/get-in.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { existsIn, type GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Issue, RuleId } from '#src/domain/core/issue.ts';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Alternatives } from './edits/alternatives.ts';
import type { History } from './history/history.ts';
import type { InputLayer } from './inputs/input-layer.ts';
import type { IssueStore } from './issues/issue-store.ts';
import type { ProblemVisibility } from './issues/problem-visibility.ts';

/** Everything a control needs to edit the document. */
export interface Editor {
  readonly root: GroupSpec;
  /** The API generation: it decides which fields are offered and how they are checked. */
  readonly generation: Generation;
  readonly store: DocumentStore;
  /** Undo and redo for the user. `store.undo` does not scroll to the change. */
  readonly history: History;
  readonly issues: IssueStore;
  /** The requirement of a rule, as one sentence; undefined until the rules are loaded. */
  readonly requirementOf: (id: RuleId) => Text | undefined;
  /** Loads everything that help says about a rule. */
  readonly loadRuleHelp: (id: RuleId) => Promise<RuleHelp | undefined>;
  /** The address of a field or rule in the reference. */
  readonly referenceHref: (to: Path | RuleId) => string;
  readonly problemVisibility: ProblemVisibility;
  readonly alternatives: Alternatives;
  /** Registers and focuses the controls. */
  readonly inputs: InputLayer;
  /** True while the document is open for editing in another tab. */
  readonly readOnly: boolean;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === undefined) throw new Error('useEditor needs an EditorContext around it');
  return editor;
}

/**
 * The result of `select` for the document; the component renders again only when it changes. Pass `isEqual` if
 * `select` returns a new object or list each time.
 */
export function useDocument<T>(
  select: (document: Json) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const { store } = useEditor();
  return useSyncExternalStoreWithSelector(store.subscribe, store.get, undefined, select, isEqual);
}

/** True for lists with the same members, for {@link useDocument}. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}

export function useValue(path: Path): Json | undefined {
  return useDocument((document) => getIn(document, path));
}

const none: readonly Issue[] = Object.freeze([]);

/**
 * The issues at a path that may be shown yet. Those of a field from another API generation are shown at once: the form
 * shows such a field only because the document has it, and its issues say so.
 */
export function useShownIssues(path: Path): readonly Issue[] {
  const { root, generation, store, issues, problemVisibility } = useEditor();
  const pointer = toPointer(path);
  const all = useSyncExternalStore(issues.subscribe, () => issues.at(pointer));
  // A wrong value may be shown whenever a missing one may: two flags cover all cases.
  const showsMissing = useSyncExternalStore(
    problemVisibility.subscribe,
    () => all.length > 0 && problemVisibility.isShown(store.get(), path),
  );
  const showsWrong = useSyncExternalStore(
    problemVisibility.subscribe,
    () => all.length > 0 && problemVisibility.isShown(store.get(), path, false),
  );
  return useMemo(() => {
    if (all.length === 0) return none;
    const spec = specAt(root, path);
    const isOther = spec !== undefined && !existsIn(spec, generation);
    if (showsMissing || isOther) return all;
    return showsWrong ? all.filter((issue) => issue.kind !== 'missing') : none;
    // `pointer` represents `path`, which may be a new array in each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [all, showsMissing, showsWrong, root, generation, pointer]);
}

export function useAllIssues(): readonly Issue[] {
  const { issues } = useEditor();
  return useSyncExternalStore(issues.subscribe, issues.all);
}

/** False until the whole document has been checked: until then, no issues does not mean no problems. */
export function useIsChecked(): boolean {
  const { issues } = useEditor();
  return useSyncExternalStore(issues.subscribe, issues.isChecked);
}

/** Returns a function that makes one edit, which is one undo step. */
export function useEdit(): (
  change: (document: Json) => Json,
  path?: Path,
  typing?: boolean,
) => void {
  const { store } = useEditor();
  return useCallback(
    (change, path, typing = false) =>
      store.edit(change(store.get()), { ...(path && { path }), typing }),
    [store],
  );
}

/** True once the problems of a section may be shown. */
export function useIsVisited(section: string): boolean {
  const { problemVisibility } = useEditor();
  return useSyncExternalStore(problemVisibility.subscribe, () =>
    problemVisibility.isVisited(section),
  );
}
