import { useCallback } from 'react';
import type { IssueCounts } from '#src/ui/editing/issues/count-issues.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { stepOf, type StepId } from '../steps.ts';

export function useStepCounts(step: StepId): IssueCounts {
  return useIssueCounts(useCallback((path) => stepOf(path) === step, [step]));
}
