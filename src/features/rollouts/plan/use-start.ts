import { useState } from 'react';
import { isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import { reasonOf } from '#src/client/http/failure-reason.ts';
import { startRollout, type RefusedPart } from '#src/client/rollouts/start-rollout.ts';
import type { Place } from '#src/client/session/place.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { JsonObject } from '#src/json/value.ts';
import { useIsMounted } from '#src/ui/timing/use-is-mounted.ts';
import { planWords as words } from './plan-words.ts';

/** Outcome of the last start. */
export interface StartState {
  readonly isStarting: boolean;
  readonly failure: Text | undefined;
  /** The errors that the server found. */
  readonly problems: readonly RefusedPart[];
}

const idle: StartState = { isStarting: false, failure: undefined, problems: [] };

interface StartEnd {
  /** Called even if the person has left the page. */
  readonly onStarted: () => void;
  /** Shows the rollout with an ID. */
  readonly onShow: (id: string) => void;
}

/** Starts a rollout. */
export function useStart({ onStarted, onShow }: StartEnd) {
  const isMounted = useIsMounted();
  const [state, setState] = useState(idle);
  const start = async (place: Place, request: JsonObject) => {
    setState({ ...idle, isStarting: true });
    try {
      const started = await startRollout(place, request);
      if ('id' in started) {
        onStarted();
        if (isMounted()) onShow(started.id);
        return;
      }
      setState({ ...idle, failure: words.refused, problems: started.problems });
    } catch (error) {
      const isUnknown = !isClientError(error) || isOutcomeUnknown(error);
      const isOff = isClientError(error) && error.kind === 'http' && error.code === OFF;
      setState({
        ...idle,
        failure: isUnknown && !isOff ? words.unsure : words.failed(reasonOf(error, '')),
      });
    }
  };
  return { state, start };
}

const OFF = 'BUILDER.rollouts_off';
