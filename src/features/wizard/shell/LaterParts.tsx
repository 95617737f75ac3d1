import { createPortal } from 'react-dom';
import type { Path } from '#src/json/path.ts';
import { ProblemsButton } from '../problems/ProblemsButton.tsx';
import { RailFoot } from './RailFoot.tsx';

/** The parts of rail and bottom bar that appear after the first step, in one chunk, because each part costs bytes of the first load. */
export function LaterParts({ goTo }: { goTo: (path: Path) => void }) {
  const rail = document.getElementById('rail');
  return (
    <>
      <ProblemsButton goTo={goTo} />
      {rail && createPortal(<RailFoot />, rail)}
    </>
  );
}
