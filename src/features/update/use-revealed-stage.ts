import { useEffect, useRef } from 'react';
import type { UpdateStage } from './update-view.ts';

/** Scrolls the progress or outcome of an update into view whenever its stage changes. */
export function useRevealedStage(stage: UpdateStage['stage']) {
  const shown = useRef<HTMLDivElement>(null);
  const last = useRef(stage);
  useEffect(() => {
    if (stage === last.current) return;
    last.current = stage;
    if (stage !== 'idle') shown.current?.scrollIntoView({ block: 'nearest' });
  }, [stage]);
  return shown;
}
