import { useMemo, useRef, useEffect, useSyncExternalStore } from 'react';
import type { DocumentStore } from '#src/document/store.ts';
import type { Context } from '#src/domain/core/context.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { stepOf } from '#src/features/wizard/steps.ts';
import { whenPointerIsUp } from '#src/ui/timing/when-pointer-is-up.ts';
import { createAlternatives } from '#src/ui/editing/edits/alternatives.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { createHistory } from '#src/ui/editing/history/history.ts';
import { createIssueStore } from '#src/ui/editing/issues/issue-store.ts';
import { createProblemVisibility } from '#src/ui/editing/issues/problem-visibility.ts';
import { startStoringMarks, restoredMarks } from './stored-marks.ts';
import { loadRuleHelp, referenceHref } from './rule-help.ts';
import { loadedRequirement, loadedRules, loadRules } from './load-rules.ts';

/** How long after the rules could not be loaded they are loaded again. */
const RETRY_MS = 5_000;

/** Creates the editor of a document: its issues, their visibility, its history and its inputs. */
export function useNewEditor(
  store: DocumentStore,
  { edition, generation, facts }: Required<Omit<Context, 'isEdited'>>,
  readOnly: boolean,
  { id, openCount }: Pick<Draft, 'id' | 'openCount'>,
): Editor {
  const current = useRef<Context>({ edition, generation, facts });
  const parts = useMemo(() => {
    const check = (document: unknown) => {
      const validate = loadedRules();
      const context = { ...current.current, isEdited: true };
      if (validate !== undefined) return validate(document, context);
      loadRules(document, context).then(
        () => issues.recheck(),
        // Not only at the next edit: Review waits for the rules.
        () => setTimeout(() => issues.recheck(), RETRY_MS),
      );
      return undefined;
    };
    const issues = createIssueStore(store, check, whenPointerIsUp);
    const restored = restoredMarks(id, store.get());
    return {
      issues,
      history: createHistory(store),
      problemVisibility: createProblemVisibility(stepOf, whenPointerIsUp, restored),
      alternatives: createAlternatives(),
    };
    // The effect below handles another draft in the same store.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store]);
  const marked = useRef(openCount);
  useEffect(() => {
    // The store may now contain another draft with its own marks, or a copy with the same marks.
    if (marked.current !== openCount) parts.problemVisibility.reset(restoredMarks(id, store.get()));
    marked.current = openCount;
    return startStoringMarks(id, store, parts.problemVisibility);
  }, [id, openCount, store, parts]);
  useEffect(() => {
    const before = current.current;
    const isSame =
      before.edition === edition && before.generation === generation && before.facts === facts;
    if (isSame) return;
    current.current = { edition, generation, facts };
    parts.issues.recheck();
  }, [edition, generation, facts, parts]);
  const { problemVisibility } = parts;
  const inputs = useSyncExternalStore(problemVisibility.subscribe, problemVisibility.inputs);
  return useMemo(
    () => ({
      root: deploymentGroup,
      requirementOf: loadedRequirement,
      loadRuleHelp,
      referenceHref,
      generation,
      store,
      inputs,
      readOnly,
      ...parts,
    }),
    [generation, store, inputs, readOnly, parts],
  );
}
