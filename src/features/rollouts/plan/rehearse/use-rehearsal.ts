import { useEffect, useRef, useState } from 'react';
import { isClientError } from '#src/client/http/errors.ts';
import { send } from '#src/client/http/request.ts';
import { isRolloutRefusal } from '#src/client/rollouts/rollout-refusal.ts';
import {
  readOneRollout,
  rolloutPath,
  sendRolloutAction,
} from '#src/client/rollouts/rollout-requests.ts';
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
import { useIsMounted } from '#src/ui/timing/use-is-mounted.ts';
import { rehearseWords as words } from './rehearse-words.ts';
import {
  abortRehearsal,
  abortUnfinished,
  forgetRehearsal,
  hasEnded,
  rememberRehearsal,
} from './unfinished-rehearsals.ts';

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
  /** For a person who opens it: it is not aborted when the plan is left, only by the next rehearsal. */
  keep(): void;
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

function reasonText(error: unknown): string {
  return isClientError(error) ? error.message : String(error);
}

/** Reads a rehearsal until it stops or ends, or the server no longer shows it. Returns a function that ends this. */
function poll(
  id: string,
  onNext: (next: ShownRollout) => void,
  onRefused: (error: unknown) => void,
): () => void {
  let isGone = false;
  let timer: ReturnType<typeof setTimeout>;
  const read = () => {
    void readOneRollout(id, noHeaders).then(
      (next) => {
        if (isGone) return;
        onNext(next);
        if (next.state === 'running') timer = setTimeout(read, POLL_MS);
      },
      (error: unknown) => {
        if (isGone) return;
        if (isRolloutRefusal(error)) onRefused(error);
        else timer = setTimeout(read, POLL_MS);
      },
    );
  };
  read();
  return () => {
    isGone = true;
    clearTimeout(timer);
  };
}

/** Returns a function that sets which rehearsal is aborted when the person leaves. */
function useAbortOnLeave(): (id: string | undefined) => void {
  const own = useRef<string>(undefined);
  useEffect(
    () => () => {
      if (own.current !== undefined) void abortRehearsal(own.current);
    },
    [],
  );
  return (id) => {
    own.current = id;
  };
}

/** Starts a rehearsal on the mock and follows it until it stops or ends. */
export function useRehearsal(): Rehearsal {
  const [shown, setShown] = useState<ShownRollout>();
  const [running, setRunning] = useState<string>();
  const [failed, setFailed] = useState<readonly RolloutNode[]>([]);
  const [failure, setFailure] = useState<Text>();
  const isStarting = useRef(false);
  const isMounted = useIsMounted();
  /** The rehearsal whose failed rows are wanted. */
  const latest = useRef<string>(undefined);
  const abortOnLeave = useAbortOnLeave();
  useEffect(() => {
    if (running === undefined) return undefined;
    const onNext = (next: ShownRollout) => {
      setShown(next);
      if (next.state === 'running') return;
      setRunning(undefined);
      if (next.state === 'done' || next.state === 'aborted') forgetRehearsal(next.id);
      latest.current = next.id;
      if (next.counts.failed > 0)
        void readFailed(next.id).then(
          (nodes) => latest.current === next.id && setFailed(nodes),
          () => undefined,
        );
    };
    const onRefused = (error: unknown) => {
      setShown(undefined);
      setRunning(undefined);
      if (hasEnded(error)) forgetRehearsal(running);
      setFailure(hasEnded(error) ? words.removed : words.lost(reasonText(error)));
    };
    return poll(running, onNext, onRefused);
  }, [running]);
  const begin = async (place: Place, request: JsonObject, offline: JsonObject | undefined) => {
    if (isStarting.current) return;
    isStarting.current = true;
    latest.current = undefined;
    setFailure(undefined);
    setShown(undefined);
    setFailed([]);
    try {
      await abortUnfinished();
      if (offline) await disconnect(place, offline);
      const started = await startRollout(place, request);
      if ('id' in started) {
        rememberRehearsal(started.id);
        if (isMounted()) abortOnLeave(started.id);
        else void abortRehearsal(started.id);
        setRunning(started.id);
      } else setFailure(words.refused);
    } catch (error) {
      setFailure(words.failed(reasonText(error)));
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
      if (running === undefined) return;
      setFailure(undefined);
      void sendRolloutAction(running, 'abort', noHeaders).catch((error: unknown) => {
        // If it has ended meanwhile, the next poll shows that.
        if (!hasEnded(error)) setFailure(words.notStopped(reasonText(error)));
      });
    },
    keep: () => abortOnLeave(undefined),
  };
}
