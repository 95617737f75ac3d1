import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { createDeployment, type Created } from '#src/client/deployments.ts';
import { isClientError, isOutcomeUnknown } from '#src/client/errors.ts';
import { attemptFor, type Attempt } from './attempt.ts';

/** The create of this page: the one under way, or what became of the last one. */
export interface Submission {
  readonly create: UseMutationResult<Created, Error, Attempt>;
  /** Sends a body. Does nothing while another one is under way. */
  send(body: string): void;
  /** The person has looked what became of an unknown one: the next is an attempt of its own. */
  settle(): void;
}

/** Held above the steps, so that leaving the review page forgets neither a create nor its answer. */
export function useSubmission(): Submission {
  const open = useRef<Attempt>(undefined);
  const queryClient = useQueryClient();
  const create = useMutation({
    // A create must never be sent twice or later by itself.
    retry: 0,
    networkMode: 'always',
    mutationFn: (attempt: Attempt) => createDeployment(attempt.body, attempt.key),
    onSuccess: () => {
      open.current = undefined;
      // The name is taken now.
      void queryClient.invalidateQueries({ queryKey: ['deployment names'] });
    },
    onError: (error) => {
      if (!isClientError(error) || !isOutcomeUnknown(error)) open.current = undefined;
    },
  });
  return {
    create,
    send(body) {
      if (create.isPending) return;
      const attempt = attemptFor(body, open.current);
      open.current = attempt;
      create.mutate(attempt);
    },
    settle() {
      open.current = undefined;
      create.reset();
    },
  };
}
