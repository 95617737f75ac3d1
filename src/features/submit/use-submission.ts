import {
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from 'react';
import { useLocation } from 'wouter';
import { whenIdle } from '#src/ui/parts/when-idle.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Attempt } from './attempt/attempt.ts';
import type { OwnDeployment } from './attempt/own-deployments.ts';
import type { Submission } from './submission/submission-view.ts';
import type { SubmitFormProps } from './SubmitForm.tsx';

/** The submitting of the document in hand. Its code is no part of what the page loads first. */
export interface SubmissionPart {
  /** Undefined until the code is there. */
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
  // Early, though it is needed late: a create must not fail for want of the words to tell of it.
  useEffect(() => whenIdle(load), [load]);

  useEffect(() => {
    if (code === undefined) return undefined;
    let opened: Submission | undefined;
    let isGone = false;
    // A turn later, as React in development mounts twice and the first must not take the lock.
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

const never = () => () => {};

/** The deployments that the document in hand created: their names are no clash with it. Undefined until that is known. */
export function useOwnDeployments(
  submission: Submission | undefined,
): readonly OwnDeployment[] | undefined {
  return useSyncExternalStore(submission?.subscribe ?? never, () => {
    const view = submission?.view();
    return view?.isLoaded ? view.own : undefined;
  });
}

async function loadCode(): Promise<Code> {
  const [{ SubmitForm: Form }, { openSubmission }] = await Promise.all([
    import('./SubmitForm.tsx'),
    import('./submission/page-submission.ts'),
    // Nothing is sent unjudged.
    import('#src/domain/deployment/validate.ts'),
  ]);
  return { Form, openSubmission };
}

/** Tells a person who is at another step what became of an attempt, or that it is being looked for. */
function useOutcomeNotice(submission: Submission | undefined): void {
  const t = useWords();
  const notify = useNotify();
  const [location, navigate] = useLocation();
  const tell = useRef((_attempt: Attempt) => {});
  useEffect(() => {
    tell.current = ({ state, name }) => {
      if (location.endsWith('/review')) return;
      const action = { label: t('submit.show'), run: () => navigate('/new/review') };
      if (state === 'created' || state === 'rejected' || state === 'notFound')
        notify({ text: t(`submit.notice.${state}`, { name }), action });
      else if (state === 'reconciling' || state === 'ambiguous')
        notify({ text: t('submit.notice.unknown', { name }), action });
    };
  });
  useEffect(() => {
    if (submission === undefined) return undefined;
    let last: string | undefined;
    return submission.subscribe(() => {
      const { attempt, isFromBefore } = submission.view();
      const next = attempt && `${attempt.key} ${attempt.state}`;
      if (attempt === undefined || next === last) return;
      const isNews = last !== undefined || !isFromBefore || attempt.state === 'reconciling';
      last = next;
      if (isNews) tell.current(attempt);
    });
  }, [submission]);
}
