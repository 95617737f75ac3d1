import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSyncExternalStoreWithSelector } from 'use-sync-external-store/with-selector';
import { getIn } from '#src/json/get-in.ts';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { existsIn, type GroupSpec } from '#src/domain/core/spec/field.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import type { Alternatives } from './edits/alternatives.ts';
import type { History } from './history/history.ts';
import type { InputLayer } from './inputs/input-layer.ts';
import type { IssueStore } from './issues/issue-store.ts';
import type { ProblemVisibility } from './issues/problem-visibility.ts';

/** Everything a control needs of the document it edits. */
export interface Editor {
  readonly root: GroupSpec;
  /** The generation of the API whose fields are offered and by which they are judged. */
  readonly generation: Generation;
  readonly store: DocumentStore;
  /** Undo and redo for a person; `store.undo` alone would change what nobody sees. */
  readonly history: History;
  readonly issues: IssueStore;
  readonly problemVisibility: ProblemVisibility;
  readonly alternatives: Alternatives;
  /** Registers and focuses the controls. */
  readonly inputs: InputLayer;
  /** True while another tab owns the document. */
  readonly readOnly: boolean;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

/** The editor around a control. Throws outside of one: a programmer's error. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === undefined) throw new Error('useEditor needs an EditorContext around it');
  return editor;
}

/**
 * What `select` makes of the document; the component renders again only when that changes. A `select` that returns a
 * fresh object or list needs `isEqual`.
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
  return a.length === b.length && a.every((member, at) => member === b[at]);
}

/** The value at a path, undefined where there is none. */
export function useValue(path: Path): Json | undefined {
  return useDocument((document) => getIn(document, path));
}

const none: readonly Issue[] = Object.freeze([]);

/**
 * The issues at a path that may be shown by now. Those of a field that another generation of the API has
 * are shown at once: it stands in the form only because it came with the document, and they say so.
 */
export function useShownIssues(path: Path): readonly Issue[] {
  const { root, generation, store, issues, problemVisibility } = useEditor();
  const pointer = toPointer(path);
  const found = useSyncExternalStore(issues.subscribe, () => issues.at(pointer));
  // Who may see that a value is missing may see that it is wrong, so two answers say it all.
  const showsMissing = useSyncExternalStore(
    problemVisibility.subscribe,
    () => found.length > 0 && problemVisibility.isShown(store.get(), path),
  );
  const showsWrong = useSyncExternalStore(
    problemVisibility.subscribe,
    () => found.length > 0 && problemVisibility.isShown(store.get(), path, false),
  );
  return useMemo(() => {
    if (found.length === 0) return none;
    const spec = specAt(root, path);
    const isOther = spec !== undefined && !existsIn(spec, generation);
    if (showsMissing || isOther) return found;
    return showsWrong ? found.filter((issue) => issue.kind !== 'missing') : none;
    // The pointer stands for the path.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [found, showsMissing, showsWrong, root, generation, pointer]);
}

/** All issues of the document. */
export function useAllIssues(): readonly Issue[] {
  const { issues } = useEditor();
  return useSyncExternalStore(issues.subscribe, issues.all);
}

/** False until the document has been judged as a whole: before that, no issues are no good news. */
export function useIsChecked(): boolean {
  const { issues } = useEditor();
  return useSyncExternalStore(issues.subscribe, issues.isChecked);
}

/** Calls to make one edit; each is one step of undo. */
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
