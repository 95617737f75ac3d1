import type { ComponentType } from 'react';
import type { AttemptState } from '../attempt/attempt.ts';
import type { AttemptViewProps } from './attempt-view.ts';
import { CreatedDetails } from './CreatedDetails.tsx';
import { LookupProgress } from './LookupProgress.tsx';
import { RejectedDetails } from './RejectedDetails.tsx';
import { UncertainDetails } from './UncertainDetails.tsx';

/** The content below the headline, by the state of the attempt. */
const views: Record<AttemptState, ComponentType<AttemptViewProps>> = {
  intended: LookupProgress,
  sent: LookupProgress,
  unknown: LookupProgress,
  reconciling: LookupProgress,
  ambiguous: UncertainDetails,
  notFound: UncertainDetails,
  created: CreatedDetails,
  rejected: RejectedDetails,
  settled: () => null,
};

export function AttemptDetails(props: AttemptViewProps) {
  const View = views[props.attempt.state];
  return <View {...props} />;
}
