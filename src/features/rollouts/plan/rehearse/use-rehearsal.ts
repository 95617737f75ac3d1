import { useEffect, useRef, useState } from 'react';
import { isClientError } from '#src/client/http/errors.ts';
import { send } from '#src/client/http/request.ts';
import { readOneRollout, rolloutPath } from '#src/client/rollouts/rollout-requests.ts';
import {
  toRolloutNode,
  type RolloutNode,
  type ShownRollout,
} from '#src/client/rollouts/shown-rollout.ts';
import { startRollout } from '#src/client/rollouts/start-rollout.ts';
import type { Place } from '#src/client/session/place.ts';
import type { Text } from '#src/domain/core/text.ts';
import { getSession } from '#src/client/session/session.ts';
import { targetPath } from '#src/client/session/target-path.ts';
import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { rehearseWords as words } from './rehearse-words.ts';

/** The last rehearsal. */
export interface Rehearsal {
  readonly shown: ShownRollout | undefined;
  readonly isRunning: boolean;
  readonly failure: Text | undefined;
  /** The names of rows that failed, with the reasons. */
  readonly failed: readonly RolloutNode[];
  /** `offline` is the body that disconnects nodes. */
  start(place: Place, request: JsonObject, offline: JsonObject | undefined): void;
  stop(): void;
}

const POLL_MS = 1000;
const noHeaders = { headers: {} };
const MAX_FAILED = 3;

async function readFailed(id: string): Promise<readonly RolloutNode[]> {
  const { json } = await send(
    rolloutPath(id, `/nodes?state=failed&limit=${MAX_FAILED}`),
    noHeaders,
  );
  return asList(asObject(json).nodes).map(toRolloutNode);
}

/** The mock lists these nodes as not connected, in the project of the rehearsal only. */
async function disconnect({ targetId, projectId }: Place, body: JsonObject): Promise<void> {
  const session = { ...getSession(), targetId, projectId };
  const { path, headers } = targetPath(session, 'v3', 'deployments');
  await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Starts a rehearsal on the mock and follows it until it stops or ends. */
export function useRehearsal(): Rehearsal {
  const [shown, setShown] = useState<ShownRollout>();
  const [running, setRunning] = useState<string>();
  const [failed, setFailed] = useState<readonly RolloutNode[]>([]);
  const [failure, setFailure] = useState<Text>();
  const isStarting = useRef(false);
  /** The rehearsal whose failed rows are wanted. */
  const latest = useRef<string>(undefined);
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
          else {
            setRunning(undefined);
            latest.current = next.id;
            if (next.counts.failed > 0)
              void readFailed(next.id).then(
                (nodes) => latest.current === next.id && setFailed(nodes),
                () => undefined,
              );
          }
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
  const begin = async (place: Place, request: JsonObject, offline: JsonObject | undefined) => {
    if (isStarting.current) return;
    isStarting.current = true;
    latest.current = undefined;
    setFailure(undefined);
    setShown(undefined);
    setFailed([]);
    try {
      if (offline) await disconnect(place, offline);
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
    failed,
    failure,
    start: (place, request, offline) => void begin(place, request, offline),
    stop() {
      if (running !== undefined)
        void send(rolloutPath(running, '/abort'), { method: 'POST' }).catch(() => undefined);
    },
  };
}
