import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ClientError } from '#src/client/http/errors.ts';
import { probe } from '#src/client/queries/probe.ts';
import type { Session } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { diagnose, type Diagnosis } from './diagnose.ts';

/** What a test came to, and what was tested. */
export interface TestResult {
  readonly diagnosis: Diagnosis;
  readonly error: ClientError | undefined;
  readonly requestId: string | undefined;
  readonly clockOffsetMs: number | undefined;
  /** What was tried. */
  readonly session: Session;
}

interface Trial {
  readonly session: Session;
  readonly target: Target;
}

/** Runs tests of a connection, one at a time; the one under way is given up when its panel closes. */
export function useTest(onResult: (result: TestResult) => void) {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  return useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: async ({ session, target }: Trial): Promise<TestResult> => {
      controller.current?.abort();
      controller.current = new AbortController();
      const answers = await probe(session, controller.current.signal);
      const { requestId, clockOffsetMs } = answers;
      return {
        diagnosis: diagnose(answers, {
          kind: target.kind,
          isTokenOver:
            session.tokenExpiresAt !== undefined &&
            // Both sides by the clock of the service.
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

/** True while a result still speaks of what the form holds. */
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
