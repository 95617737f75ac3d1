import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from 'react';
import { whenIdle } from '#src/ui/parts/when-idle.ts';
import type { OwnDeployment } from './attempt/own-deployments.ts';
import type { Submission } from './submission/submission-view.ts';
import type { SubmitFormProps } from './SubmitForm.tsx';
import { useOutcomeNotice } from './use-outcome-notice.ts';

/** The submission of the document. Its code is not part of the initial bundle. */
export interface SubmissionPart {
  /** Undefined until the code is loaded. */
  readonly submission: Submission | undefined;
  readonly Form: ComponentType<SubmitFormProps> | undefined;
  /** True if the code could not be loaded. */
  readonly hasFailed: boolean;
  /** Loads the code, once. */
  load(): void;
}

interface Code {
  readonly Form: ComponentType<SubmitFormProps>;
  readonly openSubmission: (document: string) => Submission;
}

/** The submission of a document. Called above the steps, so that leaving the review page keeps a create and its answer. */
export function useSubmission(documentId: string): SubmissionPart {
  const [code, setCode] = useState<Code>();
  const [hasFailed, setFailed] = useState(false);
  const [submission, setSubmission] = useState<Submission>();
  const loading = useRef<Promise<void>>(undefined);

  const load = useCallback(() => {
    setFailed(false);
    loading.current ??= loadCode().then(setCode, () => {
      loading.current = undefined;
      setFailed(true);
    });
  }, []);
  // Early, although it is needed late: the outcome of a create must not depend on a file that fails to load.
  useEffect(() => whenIdle(load), [load]);

  useEffect(() => {
    if (code === undefined) return undefined;
    let opened: Submission | undefined;
    let isGone = false;
    // A turn later: React in development mounts twice, and the first mount must not take the lock.
    void Promise.resolve().then(() => {
      if (isGone) return;
      opened = code.openSubmission(documentId);
      setSubmission(opened);
      void opened.load();
    });
    return () => {
      isGone = true;
      opened?.end();
    };
  }, [code, documentId]);

  useOutcomeNotice(submission);
  return { submission, Form: code?.Form, hasFailed, load };
}

const noSubscription = () => () => {};

/** The deployments that the document created: it does not clash with their names. Undefined until they are known. */
export function useOwnDeployments(
  submission: Submission | undefined,
): readonly OwnDeployment[] | undefined {
  return useSyncExternalStore(submission?.subscribe ?? noSubscription, () => {
    const view = submission?.view();
    return view?.isLoaded ? view.own : undefined;
  });
}

async function loadCode(): Promise<Code> {
  const [{ SubmitForm: Form }, { openSubmission }] = await Promise.all([
    import('./SubmitForm.tsx'),
    import('./submission/page-submission.ts'),
    // Nothing is sent without a check.
    import('#src/domain/deployment/validate.ts'),
  ]);
  return { Form, openSubmission };
}
