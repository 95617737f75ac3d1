import { useState } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { tokenFor } from '#src/client/session/place.ts';
import { updateKeys } from '#src/domain/api/record-document.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import type { Update } from './open-update.ts';

interface SubmitUpdateOptions {
  update: Update;
  goTo: (path: Path) => void;
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** The user wants to send a document that has errors. */
  goesAnyway: boolean;
}

/** Sends the update, or leads to the first problem, or asks first at a live target. */
export function useSubmitUpdate({
  update: { run, place },
  goTo,
  inOrder,
  goesAnyway,
}: SubmitUpdateOptions) {
  const { issues, problemVisibility, readOnly } = useEditor();
  const { requestSignIn } = useConnection();
  const [isConfirming, setConfirming] = useState(false);
  const firstError = () => inOrder(fixable(issues.checkNow()))[0];
  const send = async () => {
    const needsToken = place.needsToken && tokenFor(place) === '';
    if (needsToken && !(await requestSignIn('token', place))) return;
    await run.submit(() => goesAnyway || firstError() === undefined);
  };
  return {
    submit() {
      // While the text is not the document, the update would be another one than what the page shows.
      if (run.isBusy() || readOnly) return;
      void problemVisibility.submit();
      const problem = firstError();
      if (problem && !goesAnyway) goTo(problem.path);
      else if (place.kind === 'live') setConfirming(true);
      else void send();
    },
    isConfirming,
    confirm() {
      setConfirming(false);
      void send();
    },
    cancel: () => setConfirming(false),
  };
}

/** The errors that an update can fix: those of fixed values are left out. */
export function fixable(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    ({ severity, path }) =>
      severity === 'error' && (path.length === 0 || updateKeys.has(String(path[0]))),
  );
}
