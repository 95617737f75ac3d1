import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ClientError } from '#src/client/http/errors.ts';
import { probe } from '#src/client/queries/probe.ts';
import type { Session } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';

/** The result of a test. */
export interface TestResult {
  readonly diagnosis: Diagnosis;
  readonly error: ClientError | undefined;
  readonly requestId: string | undefined;
  readonly clockOffsetMs: number | undefined;
  /** The session that was tested. */
  readonly session: Session;
}

interface TestInput {
  readonly session: Session;
  readonly target: Target;
}

/** Runs connection tests, one at a time. Closing the settings aborts the running test. */
export function useTest(onResult: (result: TestResult) => void) {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  return useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: async ({ session, target }: TestInput): Promise<TestResult> => {
      controller.current?.abort();
      controller.current = new AbortController();
      const answers = await probe(session, controller.current.signal);
      const { requestId, clockOffsetMs } = answers;
      return {
        diagnosis: diagnose(answers, {
          kind: target.kind,
          isTokenExpired:
            session.tokenExpiresAt !== undefined &&
            // Both times are by the clock of the service.
            session.tokenExpiresAt + (session.clockOffsetMs ?? 0) <=
              Date.now() + (clockOffsetMs ?? 0),
        }),
        error: answers.server ?? answers.target,
        requestId,
        clockOffsetMs,
        session,
      };
    },
    onSuccess: onResult,
  });
}

/** True if a result is about the current inputs. */
export function isCurrent(result: TestResult, session: Session): boolean {
  const { targetId, projectId, edition, instanceId, token } = result.session;
  return (
    targetId === session.targetId &&
    projectId === session.projectId &&
    edition === session.edition &&
    instanceId === session.instanceId &&
    token === session.token
  );
}
