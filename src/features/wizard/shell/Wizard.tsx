import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Path } from '#src/json/path.ts';
import clsx from 'clsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useProvideGoToField } from '#src/ui/focus/go-to-field.ts';
import styles from './frame.module.css';
import { goTo as goToPath } from './go-to.ts';
import { StepBody, type OtherSteps } from './StepBody.tsx';
import { RootIssues } from './RootIssues.tsx';
import { StepAnnouncement } from './StepAnnouncement.tsx';
import { StepFrame } from './StepFrame.tsx';
import { StepRail } from './StepRail.tsx';
import type { SectionId, StepId } from '../steps.ts';
import { StepNavigation } from './StepNavigation.tsx';
import { useFollowHistory } from './use-follow-history.ts';
import { newPath, ViewContext, type View } from '../view.ts';

interface WizardProps {
  step: StepId;
  /** Message above the fields, such as “restored” or “read-only”. */
  banner?: ReactNode;
  /** The JSON pane beside the form on wide screens. */
  pane: ReactNode;
  /** Opens the JSON on screens without room for the pane. */
  onShowJson: () => void;
  /**
   * Renders the submit panel of the review step, which puts its button into `bar`, an element of the bottom bar. `goTo`
   * opens the field at a path.
   */
  submit: (goTo: (path: Path) => void, bar: HTMLElement | null) => ReactNode;
  /** Reads the images of earlier documents, as suggestions. */
  loadEarlierImages?: View['loadEarlierImages'];
  /** The address of a step; that of a new deployment by default. */
  pathOf?: (step: StepId) => string;
  /** True for a deployment that exists. */
  isUpdate?: boolean;
  /** Steps with another content, such as those with fixed values. */
  otherSteps?: OtherSteps | undefined;
  /** Renders what lies over the wizard, such as the command palette. */
  overlay: (goTo: (path: Path) => void) => ReactNode;
}

/** Rail, step and JSON pane. Each step has a URL, and steps can be visited in any order. */
export function Wizard(props: WizardProps) {
  const { step, banner, pane, onShowJson, loadEarlierImages, submit, overlay } = props;
  const { pathOf = newPath, isUpdate = false, otherSteps } = props;
  const editor = useEditor();
  const [, navigate] = useLocation();
  const [openId, open] = useState<string>();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [section, showSection] = useState<SectionId>('general');
  const view = useMemo<View>(
    () => ({ openId, section, open, showSection, loadEarlierImages, pathOf, isUpdate }),
    [openId, section, loadEarlierImages, pathOf, isUpdate],
  );
  const toStep = (id: StepId) => {
    if (id !== step) navigate(pathOf(id));
  };
  const goTo = (path: Path) => goToPath(editor, view, toStep, path);
  useFollowHistory((place) => goToPath(editor, view, toStep, place, { showsProblems: false }));
  useProvideGoToField(goTo);
  useStepChange(step);

  return (
    <ViewContext value={view}>
      <div className={styles.page}>
        <StepRail step={step} />
        <main className={styles.main}>
          <div className={clsx(styles.step, step === 'review' && styles.review)}>
            {banner}
            <StepFrame key={step} step={step}>
              {step !== 'review' && <RootIssues />}
              <StepBody
                step={step}
                goTo={goTo}
                submit={submit(goTo, bar)}
                otherSteps={otherSteps}
              />
            </StepFrame>
          </div>
          <StepNavigation step={step} onShowJson={onShowJson} goTo={goTo} actionRef={setBar} />
        </main>
        {pane}
        {overlay(goTo)}
        <StepAnnouncement step={step} />
      </div>
    </ViewContext>
  );
}

/** After a step change, shows the problems of the step that was left and focuses the new heading. */
function useStepChange(step: StepId): void {
  const { problemVisibility } = useEditor();
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    problemVisibility.markVisited(last.current);
    last.current = step;
    // With `left`, because the browser would need a layout to keep the horizontal position.
    window.scrollTo({ top: 0, left: 0 });
    document.getElementById('step-heading')?.focus({ preventScroll: true });
  }, [step, problemVisibility]);
}
