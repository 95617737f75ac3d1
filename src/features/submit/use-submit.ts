import { useState } from 'react';
import type { NamedPlace } from '#src/client/session/place.ts';
import { documentText } from '#src/document/document-text.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { confirmPlace, needsConfirmation } from './confirm/confirmed-places.ts';
import { preloadErrorWords } from '#src/views/errors/use-error-words.ts';
import type { SubmitOptions, SubmitRequest } from './submission/submission-view.ts';
import type { SubmitFormProps } from './submit-form-props.ts';

interface SubmitConditions {
  readonly place: NamedPlace | undefined;
  readonly isConnectionMissing: boolean;
  readonly createsAnyway: boolean;
  readonly openConnection: () => void;
}

/** Sends the document, or leads to the first problem, to the connection settings or to a question. */
export function useSubmit(
  { submission, goTo, inOrder }: Pick<SubmitFormProps, 'submission' | 'goTo' | 'inOrder'>,
  { place, isConnectionMissing, createsAnyway, openConnection }: SubmitConditions,
) {
  const { store, issues, problemVisibility, readOnly } = useEditor();
  const [unconfirmed, setUnconfirmed] = useState<SubmitRequest>();
  const send = (request: SubmitRequest) => {
    preloadErrorWords();
    void submission.submit(request);
  };
  return {
    submit(options: SubmitOptions = {}) {
      if (submission.view().activity !== 'none' || readOnly) return;
      void problemVisibility.submit();
      const problem = inOrder(issues.checkNow()).find((issue) => issue.severity === 'error');
      if (problem && !createsAnyway) return goTo(problem.path);
      // The settings also explain why there is no target yet.
      if (isConnectionMissing || place === undefined) return openConnection();
      const request = { place, body: documentText(store.get()), ...options };
      if (needsConfirmation(place)) setUnconfirmed(request);
      else send(request);
    },
    /** The request that the user has to confirm. */
    unconfirmed,
    confirm() {
      if (unconfirmed === undefined) return;
      confirmPlace(unconfirmed.place);
      setUnconfirmed(undefined);
      send(unconfirmed);
    },
    cancel: () => setUnconfirmed(undefined),
  };
}
