import Box from '@mui/material/Box';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ListLack } from '#src/client/list-lack.ts';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { goTo as leadTo } from './go-to.ts';
import { StepBody } from './StepBody.tsx';
import { RootIssues } from './RootIssues.tsx';
import { StepFrame } from '../layout/StepFrame.tsx';
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
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '220px minmax(0, 1fr) auto' },
          alignItems: 'start',
        }}
      >
        <StepRail step={step} />
        <Box
          component="main"
          sx={{ px: { xs: 2, sm: 4 }, pt: 3, pb: { xs: 12, sm: 6 }, minWidth: 0 }}
        >
          <Box
            sx={{
              maxWidth: 760,
              mx: 'auto',
              // Two columns of cards, see review.module.css.
              ...(step === 'review' && { '@media (min-width: 2000px)': { maxWidth: 1480 } }),
            }}
          >
            {banner}
            <StepFrame key={step} step={step}>
              {step !== 'review' && <RootIssues />}
              <StepBody step={step} goTo={goTo} submit={submit(goTo)} />
            </StepFrame>
            <StepNavigation step={step} onShowJson={onShowJson} />
          </Box>
        </Box>
        {pane}
      </Box>
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
