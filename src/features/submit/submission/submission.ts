import { createListeners } from '#src/document/listeners.ts';
import { EffectRunner } from './run-effect.ts';
import { dismissFinished } from './stored-attempts.ts';
import type { SubmissionDeps } from './submission-deps.ts';
import { reduceSubmission } from './submission-reducer.ts';
import { initialState, type SubmissionEvent } from './submission-state.ts';
import type { Submission } from './submission-view.ts';

/** The submission of a document: the reducer with its state, its effects and its listeners. */
export function createSubmission(document: string, deps: SubmissionDeps): Submission {
  let state = initialState(document);
  const { notify, subscribe } = createListeners();

  const dispatch = async (event: SubmissionEvent): Promise<void> => {
    const [next, ...effects] = reduceSubmission(state, event);
    if (next !== state) {
      state = next;
      notify();
    }
    await Promise.all(effects.map((effect) => runner.run(effect)));
  };
  const runner = new EffectRunner(document, deps, dispatch);

  return {
    view: () => state,
    subscribe,
    load: () => runner.readAttempts(),
    submit(request) {
      const hasToken = deps.hasToken(request.place);
      return dispatch({ type: 'submit', request, isOnline: deps.isOnline(), hasToken });
    },
    stopWaiting: () => runner.stopWaiting(),
    pollNow: () => void dispatch({ type: 'pollNow' }),
    stopPolling: () => void dispatch({ type: 'stopPolling' }),
    dismiss: () => void dispatch({ type: 'dismiss' }),
    startNew() {
      const { own, attempt } = state;
      void dispatch({ type: 'startNew' });
      const cleared = state.attempt === undefined ? attempt : undefined;
      // If the browser refuses to store it, the attempts are dismissed on this page only.
      const dismissed = dismissFinished(document, deps).catch(() => undefined);
      return () => {
        void dismissed.then((restore) => restore?.()).catch(() => undefined);
        void dispatch({ type: 'startNewUndone', own, attempt: cleared });
      };
    },
    markDeleted: (key) => void dispatch({ type: 'deleted', key, at: deps.now() }),
    signIn: () => void dispatch({ type: 'signIn' }),
    wake: () => void dispatch({ type: 'wake' }),
    onSignInNeeded(requestSignIn) {
      runner.requestSignIn = requestSignIn;
    },
    end() {
      runner.end();
      void dispatch({ type: 'end' });
    },
  };
}
