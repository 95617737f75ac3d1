import { useMemo, useRef, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { DocumentStore } from '#src/document/store.ts';
import type { Context, Edition, Facts } from '#src/domain/core/rule.ts';
import { deploymentGroup } from '#src/domain/deployment/deployment.fields.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { stepOf } from '#src/features/wizard/steps.ts';
import { afterPress } from '#src/ui/editing/after-press.ts';
import { createAside } from '#src/ui/editing/aside.ts';
import { createAttention } from '#src/ui/editing/attention.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { createIssueStore } from '#src/ui/editing/issue-store.ts';

/** The editor of a document: its issues by the edition in force, what may be shown of them, and the inputs. */
export function useNewEditor(
  store: DocumentStore,
  edition: Edition,
  facts: Facts,
  readOnly: boolean,
): Editor {
  const form = useForm();
  const current = useRef<Context>({ edition, facts });
  const parts = useMemo(() => {
    const issues = createIssueStore(store, (document) => validate(document, current.current));
    return { issues, attention: createAttention(stepOf, afterPress), aside: createAside() };
  }, [store]);
  useEffect(() => {
    if (current.current.edition === edition && current.current.facts === facts) return;
    current.current = { edition, facts };
    parts.issues.checkNow();
  }, [edition, facts, parts]);
  return useMemo(
    () => ({ root: deploymentGroup, store, form, readOnly, ...parts }),
    [store, form, readOnly, parts],
  );
}
