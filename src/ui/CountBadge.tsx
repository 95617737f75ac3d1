import Box from '@mui/material/Box';
import { useWords } from './words.ts';

interface CountBadgeProps {
  errors: number;
  warnings: number;
  /** True before the person had a chance to fill it in: the count is a to-do, not a reproach. */
  quiet: boolean;
}

/** How many problems a step or container has; nothing if none. */
export function CountBadge({ errors, warnings, quiet }: CountBadgeProps) {
  const t = useWords();
  const count = errors || warnings;
  if (count === 0) return null;
  const tone = quiet ? 'text.secondary' : errors > 0 ? 'error.main' : 'warning.main';
  const label =
    errors > 0
      ? t(quiet ? 'count.toFill' : 'count.errors', { count: errors })
      : t('count.warnings', { count: warnings });
  return (
    <Box
      component="span"
      role="img"
      aria-label={label}
      title={label}
      sx={{
        minWidth: 18,
        height: 18,
        px: '5px',
        borderRadius: '9px',
        border: '1px solid',
        borderColor: tone,
        color: tone,
        fontSize: 11,
        lineHeight: '16px',
        fontWeight: 600,
        textAlign: 'center',
        flexShrink: 0,
      }}
    >
      {count}
    </Box>
  );
}
