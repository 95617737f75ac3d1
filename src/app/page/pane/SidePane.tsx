import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { ownName } from '#src/client/base-path.ts';
import { useWords } from '#src/ui/words/page-words.ts';

const STORED_AS = ownName('ief-builder.pane');
const MIN_WIDTH = 360;
const MAX_WIDTH = 900;
const STEP = 24;

interface SidePaneProps {
  children: (close: ReactNode) => ReactNode;
}

/** The pane right of the form at wide screens: resized by pointer or arrow keys, folded away on demand. */
export function SidePane({ children }: SidePaneProps) {
  const t = useWords();
  const [isFolded, setFolded] = useState(false);
  const [width, setWidth] = useState(storedWidth);
  const resize = (next: number) => {
    const fit = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, next)));
    setWidth(fit);
    try {
      localStorage.setItem(STORED_AS, String(fit));
    } catch {
      // Storage refused: the width lasts as long as the page.
    }
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      resize(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + STEP);
    else if (event.key === 'ArrowRight') resize(width - STEP);
    else return;
    event.preventDefault();
  };
  const frame = {
    display: { xs: 'none', lg: 'flex' },
    position: 'sticky',
    top: 56,
    height: 'calc(100vh - 56px)',
    borderLeft: '1px solid',
    borderColor: 'divider',
  } as const;
  if (isFolded) {
    return (
      <Box sx={{ ...frame, p: 1 }}>
        <div>
          <IconButton
            size="small"
            aria-label={t('preview.unfold')}
            title={t('preview.unfold')}
            onClick={() => setFolded(false)}
          >
            <PanelRightOpen size={18} aria-hidden />
          </IconButton>
        </div>
      </Box>
    );
  }
  return (
    <Box component="aside" aria-label={t('preview.heading')} sx={{ ...frame, width }}>
      <Box
        role="separator"
        aria-orientation="vertical"
        aria-label={t('preview.resize')}
        aria-valuemin={MIN_WIDTH}
        aria-valuemax={MAX_WIDTH}
        aria-valuenow={width}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        sx={{
          position: 'absolute',
          left: -4,
          width: 8,
          top: 0,
          bottom: 0,
          cursor: 'col-resize',
          touchAction: 'none',
          zIndex: 1,
          '&:hover, &:focus-visible': { bgcolor: 'primary.main', opacity: 0.4, outline: 'none' },
        }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {children(
          <IconButton
            size="small"
            aria-label={t('preview.fold')}
            title={t('preview.fold')}
            onClick={() => setFolded(true)}
          >
            <PanelRightClose size={18} aria-hidden />
          </IconButton>,
        )}
      </Box>
    </Box>
  );
}

function storedWidth(): number {
  try {
    const stored = Number(localStorage.getItem(STORED_AS));
    return stored >= MIN_WIDTH && stored <= MAX_WIDTH ? stored : 420;
  } catch {
    return 420;
  }
}
