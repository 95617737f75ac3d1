import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { flushSync } from 'react-dom';
import { keysOf } from '#src/features/palette/shortcuts.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useActionCommands, type PageActions } from '../palette/use-action-commands.ts';
import styles from './more-menu.module.css';

/** Shown by the bar itself, or only useful together with a field. */
const elsewhere: ReadonlySet<string> = new Set(
  [
    'create',
    'undo',
    'redo',
    'import',
    'editText',
    'export',
    'copyJson',
    'download',
    'connection',
  ].map((id) => `action ${id}`),
);

interface MoreMenuProps {
  anchor: HTMLElement;
  actions: PageActions;
  onClose: () => void;
}

/** The actions that have no button in the bar, or none on a narrow screen. */
export function MoreMenu({ anchor, actions, onClose }: MoreMenuProps) {
  const translate = useTranslate();
  const commands = useActionCommands(actions).filter(
    ({ id, kind }) => kind === 'action' && !elsewhere.has(id),
  );
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { dense: true } }}>
      {commands.map(({ id, title, keys, run }) => (
        <MenuItem
          key={id}
          onClick={() => {
            // The menu gives the focus back when it closes; the action may move it after that.
            flushSync(onClose);
            run();
          }}
          className={styles.item}
        >
          <span>{translate(title)}</span>
          {keys && <kbd className={styles.keys}>{keysOf(keys)}</kbd>}
        </MenuItem>
      ))}
    </Menu>
  );
}
