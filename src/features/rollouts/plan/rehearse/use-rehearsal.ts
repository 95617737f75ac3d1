import { useEffect, useRef, useState } from 'react';
import { isClientError } from '#src/client/http/errors.ts';
import { send } from '#src/client/http/request.ts';
import { readOneRollout, rolloutPath } from '#src/client/rollouts/rollout-requests.ts';
import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { startRollout } from '#src/client/rollouts/start-rollout.ts';
import type { Place } from '#src/client/session/place.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { JsonObject } from '#src/json/value.ts';
import { rehearseWords as words } from './rehearse-words.ts';

/** The last rehearsal. */
export interface Rehearsal {
  readonly shown: ShownRollout | undefined;
  readonly isRunning: boolean;
  readonly failure: Text | undefined;
  start(place: Place, request: JsonObject): void;
  stop(): void;
}

const POLL_MS = 1000;
const noHeaders = { headers: {} };

/** Starts a rehearsal on the mock and follows it until it stops or ends. */
export function useRehearsal(): Rehearsal {
  const [shown, setShown] = useState<ShownRollout>();
  const [running, setRunning] = useState<string>();
  const [failure, setFailure] = useState<Text>();
  const isStarting = useRef(false);
  useEffect(() => {
    if (running === undefined) return undefined;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    const poll = () => {
      void readOneRollout(running, noHeaders).then(
        (next) => {
          if (isGone) return;
          setShown(next);
          if (next.state === 'running') timer = setTimeout(poll, POLL_MS);
          else setRunning(undefined);
        },
        () => {
          if (!isGone) timer = setTimeout(poll, POLL_MS);
        },
      );
    };
    poll();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [running]);
  const begin = async (place: Place, request: JsonObject) => {
    if (isStarting.current) return;
    isStarting.current = true;
    setFailure(undefined);
    setShown(undefined);
    try {
      const started = await startRollout(place, request);
      if ('id' in started) setRunning(started.id);
      else setFailure(words.refused);
    } catch (error) {
      setFailure(words.failed(isClientError(error) ? error.message : String(error)));
    }
    isStarting.current = false;
  };
  return {
    shown,
    isRunning: running !== undefined,
    failure,
    start: (place, request) => void begin(place, request),
    stop() {
      if (running !== undefined)
        void send(rolloutPath(running, '/abort'), { method: 'POST' }).catch(() => undefined);
    },
  };
}
