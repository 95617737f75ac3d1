import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Text } from '#src/domain/core/text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './action-menu.module.css';

const more = { en: 'More actions', zh: '更多操作' };

/** An entry of the menu. */
export interface MenuAction {
  readonly label: Text;
  readonly run: () => void;
  readonly isDanger?: boolean;
}

/** The actions on a deployment that have no button of their own. */
export function ActionMenu({ actions }: { actions: readonly MenuAction[] }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        endIcon={<ChevronDown size={16} aria-hidden />}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span>{translate(more)}</span>
      </Button>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={close} slotProps={{ list: { dense: true } }}>
          {actions.map(({ label, run, isDanger }) => (
            <MenuItem
              key={label.en}
              onClick={() => {
                // The menu gives the focus back when it closes; the dialog takes it after that.
                flushSync(close);
                run();
              }}
            >
              <span className={isDanger ? styles.danger : undefined}>{translate(label)}</span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
