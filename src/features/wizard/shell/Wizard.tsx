import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ListLack } from '#src/client/list-lack.ts';
import type { Path } from '#src/json/path.ts';
import clsx from 'clsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import styles from './frame.module.css';
import { goTo as leadTo } from './go-to.ts';
import { StepBody } from './StepBody.tsx';
import { RootIssues } from './RootIssues.tsx';
import { StepFrame } from './StepFrame.tsx';
import { StepRail } from './StepRail.tsx';
import type { SectionId, StepId } from '../steps.ts';
import { StepNavigation } from './StepNavigation.tsx';
import { useTravel } from './use-travel.ts';
import { ViewContext, type View } from '../view.ts';

interface WizardProps {
  step: StepId;
  /** Shown above the fields: restored, read-only, and the like. */
  banner?: ReactNode;
  /** The JSON pane, beside the form at wide screens. */
  pane: ReactNode;
  /** Opens the JSON where there is no room beside the form. */
  onShowJson: () => void;
  /** The submit panel of the review step; it is handed the way to a problem. */
  submit: (goTo: (path: Path) => void) => ReactNode;
  /** Asks the person for what the lists of the target wait for. */
  connect: (lack: ListLack) => void;
}

/** Rail, step and pane. Steps are in the address and free to visit in any order. */
export function Wizard({ step, banner, pane, onShowJson, submit, connect }: WizardProps) {
  const editor = useEditor();
  const [, navigate] = useLocation();
  const [openId, open] = useState<string>();
  const [section, showSection] = useState<SectionId>('general');
  const view = useMemo<View>(
    () => ({ openId, section, open, showSection, connect }),
    [openId, section, connect],
  );
  const toStep = (id: StepId) => {
    if (id !== step) navigate(`/new/${id}`);
  };
  const goTo = (path: Path) => leadTo(editor, view, toStep, path);
  useTravel((place) => leadTo(editor, view, toStep, place, { showsProblems: false }));
  useLeaving(step);

  return (
    <ViewContext value={view}>
      <div className={styles.page}>
        <StepRail step={step} />
        <main className={styles.main}>
          <div className={clsx(styles.step, step === 'review' && styles.review)}>
            {banner}
            <StepFrame key={step} step={step}>
              {step !== 'review' && <RootIssues />}
              <StepBody step={step} goTo={goTo} submit={submit(goTo)} />
            </StepFrame>
            <StepNavigation step={step} onShowJson={onShowJson} />
          </div>
        </main>
        {pane}
      </div>
    </ViewContext>
  );
}

/** When a step is left, its problems may be shown; the next one begins at its heading. */
function useLeaving(step: StepId): void {
  const { problemVisibility } = useEditor();
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    problemVisibility.markVisited(last.current);
    last.current = step;
    window.scrollTo({ top: 0 });
    document.getElementById('step-heading')?.focus({ preventScroll: true });
  }, [step, problemVisibility]);
}
