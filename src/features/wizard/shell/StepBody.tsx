import type { ReactNode } from 'react';
import { loadWithQueries } from '#src/client/queries/load-with-queries.tsx';
import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './frame.module.css';
import { BasicsStep } from '../steps/BasicsStep.tsx';
import type { StepId } from '../steps.ts';

// The first step is part of the initial bundle. The others load on demand.
const TargetStep = lazyPart(
  loadWithQueries(async () => (await import('../steps/TargetStep.tsx')).TargetStep),
);
const ContainersStep = lazyPart(
  loadWithQueries(async () => (await import('../steps/ContainersStep.tsx')).ContainersStep),
);
const VolumesStep = lazyPart(
  loadWithQueries(async () => (await import('../steps/VolumesStep.tsx')).VolumesStep),
);
const ProbesStep = lazyPart(async () => (await import('../steps/ProbesStep.tsx')).ProbesStep);
const ResourcesStep = lazyPart(
  async () => (await import('../steps/ResourcesStep.tsx')).ResourcesStep,
);
const SchedulingStep = lazyPart(
  async () => (await import('../steps/SchedulingStep.tsx')).SchedulingStep,
);
const ReviewStep = lazyPart(
  loadWithQueries(async () => (await import('../steps/ReviewStep.tsx')).ReviewStep),
);

/** Content that replaces that of a step. */
export type OtherSteps = Readonly<Partial<Record<StepId, ReactNode>>>;

interface StepBodyProps {
  step: StepId;
  goTo: (path: Path) => void;
  /** Submit panel of the review step. */
  submit: ReactNode;
  otherSteps?: OtherSteps | undefined;
}

const laterSteps = {
  target: TargetStep,
  containers: ContainersStep,
  volumes: VolumesStep,
  probes: ProbesStep,
  resources: ResourcesStep,
  scheduling: SchedulingStep,
} satisfies Record<Exclude<StepId, 'basics' | 'review'>, (props: object) => ReactNode>;

export function StepBody({ step, goTo, submit, otherSteps }: StepBodyProps) {
  const other = otherSteps?.[step];
  if (other !== undefined) return other;
  if (step === 'basics') return <BasicsStep />;
  const LaterStep = step === 'review' ? undefined : laterSteps[step];
  return (
    <PartBoundary
      key={step}
      fallback={<Loading />}
      renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
    >
      {LaterStep ? <LaterStep /> : <ReviewStep goTo={goTo} submit={submit} />}
    </PartBoundary>
  );
}

function Loading() {
  const t = useWords();
  return (
    <div role="status" className={styles.loading}>
      {t('part.loading')}
    </div>
  );
}
