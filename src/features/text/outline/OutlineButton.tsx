import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { ListTree } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Path } from '#src/json/path.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { textWords } from '../words/text-words.ts';
import { Outline } from './Outline.tsx';

interface OutlineButtonProps {
  /** The id of the outline. */
  id: string;
  /** True where the outline is a panel above the text; otherwise it is a menu. */
  isPanel: boolean;
  isOpen: boolean;
  onToggle: () => void;
  onJump: (path: Path) => void;
}

/** Shows and hides the outline. */
export function OutlineButton({ id, isPanel, isOpen, onToggle, onJump }: OutlineButtonProps) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        ref={setAnchor}
        size="small"
        aria-label={translate(textWords.outline)}
        title={translate(textWords.outline)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <ListTree size={18} aria-hidden />
      </IconButton>
      {!isPanel && (
        <Popover
          open={isOpen}
          anchorEl={anchor}
          onClose={onToggle}
          transitionDuration={0}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        >
          <Outline
            id={id}
            onJump={(path) => {
              // Closes first, which gives the focus back to the button: the jump then moves it into the text.
              flushSync(onToggle);
              onJump(path);
            }}
          />
        </Popover>
      )}
    </>
  );
}
