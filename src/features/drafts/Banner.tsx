import Box from '@mui/material/Box';
import { CircleAlert, Info, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  error: { color: 'error.main', Icon: CircleAlert },
  warning: { color: 'warning.main', Icon: TriangleAlert },
  info: { color: 'info.main', Icon: Info },
  locked: { color: 'info.main', Icon: Lock },
} as const;

interface BannerProps {
  look: keyof typeof looks;
  title: string;
  help: string;
  /** Buttons, right of the text or below it. */
  actions?: ReactNode;
  /** More, below the text in its full width. */
  children?: ReactNode;
}

/** Something true for the whole form, above its fields. Errors are read out at once. */
export function Banner({ look, title, help, actions, children }: BannerProps) {
  const { color, Icon } = looks[look];
  return (
    <Box
      role={look === 'error' ? 'alert' : 'status'}
      sx={{
        p: 1.5,
        mb: 3,
        border: '1px solid',
        borderColor: color,
        borderRadius: '6px',
        fontSize: 13,
        lineHeight: '20px',
        color: 'text.primary',
        bgcolor: 'background.paper',
      }}
    >
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 1 }}
      >
        {/* Icon and text stay together where the buttons go below them. */}
        <Box sx={{ display: 'flex', gap: 1.5, flex: '1 1 240px', minWidth: 0 }}>
          <Box sx={{ display: 'flex', color, mt: '1px', flexShrink: 0 }}>
            <Icon size={18} aria-hidden />
          </Box>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <strong>{title}</strong> {help}
          </Box>
        </Box>
        {actions !== undefined && <Box sx={{ display: 'flex', gap: 1 }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
}
