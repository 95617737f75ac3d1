import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from 'react';
import { loadSoon } from '#src/ui/parts/preload.ts';
import type { OwnDeployment } from './attempt/own-deployments.ts';
import type { Submission } from './submission/submission-view.ts';
import type { SubmitFormProps } from './submit-form-props.ts';
import { useOutcomeNotice } from './use-outcome-notice.ts';

/** The submission of the document; its code is loaded on demand. */
export interface SubmissionPart {
  /** Undefined until the code is loaded, and for a moment after another document is opened. */
  readonly submission: Submission | undefined;
  readonly Form: ComponentType<SubmitFormProps> | undefined;
  /** True if the code could not be loaded. */
  readonly hasFailed: boolean;
  /** Loads the code, once. */
  load(): Promise<void>;
}

interface Code {
  readonly Form: ComponentType<SubmitFormProps>;
  readonly openSubmission: (document: string) => Submission;
}

interface Opened {
  readonly documentId: string;
  readonly submission: Submission;
}

/**
 * Call it above the steps, so that leaving the review page does not end a create in progress. `loadWords` loads the
 * words of the form.
 */
export function useSubmission(documentId: string, loadWords: () => Promise<void>): SubmissionPart {
  const [code, setCode] = useState<Code>();
  const [hasFailed, setFailed] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  // The submission of the previous document has ended: it would ignore a press of its button.
  const submission = opened?.documentId === documentId ? opened.submission : undefined;
  const loading = useRef<Promise<void>>(undefined);

  const load = useCallback(() => {
    setFailed(false);
    // In transitions: the whole page renders again, which is less urgent than typing.
    const show = (loaded: Code) => startTransition(() => setCode(loaded));
    loading.current ??= loadCode(loadWords).then(show, () => {
      loading.current = undefined;
      setFailed(true);
    });
    return loading.current;
  }, [loadWords]);
  // Load early: the outcome of a create must not depend on a file that fails to load later.
  useEffect(() => void loadSoon(load), [load]);

  useEffect(() => {
    if (code === undefined) return undefined;
    let current: Submission | undefined;
    let isUnmounted = false;
    // One microtask later: React mounts twice in development, and the first mount must not take the lock.
    void Promise.resolve().then(() => {
      if (isUnmounted) return;
      const next = code.openSubmission(documentId);
      current = next;
      startTransition(() => setOpened({ documentId, submission: next }));
      void next.load();
    });
    return () => {
      isUnmounted = true;
      current?.end();
    };
  }, [code, documentId]);

  useOutcomeNotice(submission);
  const Form = code?.Form;
  // The page renders again when this changes.
  return useMemo(
    () => ({ submission, Form, hasFailed, load }),
    [submission, Form, hasFailed, load],
  );
}

const noSubscription = () => () => {};

/** The deployments that the document created; their names are not conflicts. Undefined until they are known. */
export function useOwnDeployments(
  submission: Submission | undefined,
): readonly OwnDeployment[] | undefined {
  return useSyncExternalStore(submission?.subscribe ?? noSubscription, () => {
    const view = submission?.view();
    return view?.isLoaded ? view.own : undefined;
  });
}

async function loadCode(loadWords: () => Promise<void>): Promise<Code> {
  const [{ SubmitForm: Form }, { openSubmission }] = await Promise.all([
    import('./SubmitForm.tsx'),
    import('./submission/page-submission.ts'),
    // The document is checked before it is sent.
    import('#src/domain/deployment/validate.ts'),
    loadWords(),
  ]);
  return { Form, openSubmission };
}
