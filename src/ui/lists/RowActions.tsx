import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { heirOf } from './focus-row.ts';
import type { ListActions } from './use-list-actions.ts';

interface RowActionsProps {
  /** What the row is called, with its number: `Port 2`. */
  name: string;
  index: number;
  count: number;
  actions: ListActions;
}

/** Move up, move down, duplicate, remove: the same four buttons on every row of every list. */
export function RowActions({ name, index, count, actions }: RowActionsProps) {
  const { t } = useTranslation();
  const buttons = [
    { key: 'up', Icon: ArrowUp, off: index === 0, run: () => actions.move(index, index - 1) },
    {
      key: 'down',
      Icon: ArrowDown,
      off: index === count - 1,
      run: () => actions.move(index, index + 1),
    },
    { key: 'duplicate', Icon: Copy, off: false, run: () => actions.duplicate(index) },
    { key: 'remove', Icon: Trash2, off: false, run: () => actions.remove(index) },
  ] as const;
  return (
    <Box sx={{ display: 'flex', flexShrink: 0 }}>
      {buttons.map(({ key, Icon, off, run }) => {
        const label = t(`list.${key}`, { item: name });
        return (
          <IconButton
            key={key}
            size="small"
            data-action={key}
            aria-label={label}
            title={label}
            // Not `disabled`: a moved row keeps its focus when it reaches the end of the list.
            aria-disabled={off}
            onClick={(event) => {
              if (off) return;
              const button = event.currentTarget;
              const heir = heirOf(button);
              run();
              // Moving the row in the page may have taken the focus away.
              if (button.isConnected) button.focus();
              requestAnimationFrame(() => {
                if (!button.isConnected) heir()?.focus();
              });
            }}
            sx={{ width: 32, height: 32, opacity: off ? 0.35 : 1, color: 'text.secondary' }}
          >
            <Icon size={16} aria-hidden />
          </IconButton>
        );
      })}
    </Box>
  );
}
