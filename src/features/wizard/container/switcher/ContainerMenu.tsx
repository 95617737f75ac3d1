import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { flushSync } from 'react-dom';

/** An action on the open container. */
export interface ContainerAction {
  readonly label: string;
  readonly isOff?: boolean;
  readonly run: () => void;
}

interface ContainerMenuProps {
  anchor: HTMLElement;
  actions: readonly ContainerAction[];
  onClose: () => void;
}

/** The actions on a container that have no button of their own. */
export function ContainerMenu({ anchor, actions, onClose }: ContainerMenuProps) {
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { dense: true } }}>
      {actions.map(({ label, isOff, run }) => (
        <MenuItem
          key={label}
          disabled={isOff ?? false}
          onClick={() => {
            // The menu gives the focus back when it closes; the action may move it after that.
            flushSync(onClose);
            run();
          }}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
