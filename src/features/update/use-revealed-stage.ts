import { useEffect, useRef } from 'react';
import type { UpdateStage } from './update-view.ts';

/** Scrolls to the element that shows how sending the update is going, whenever that changes. */
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
