import Box from '@mui/material/Box';
import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';

const looks: Record<'good' | 'bad' | 'open' | 'note' | 'busy', [LucideIcon, string]> = {
  good: [CircleCheck, 'success.main'],
  bad: [CircleX, 'error.main'],
  open: [CircleHelp, 'warning.main'],
  note: [CircleAlert, 'warning.main'],
  busy: [LoaderCircle, 'info.main'],
};

/** What a headline says, and how it looks. */
export interface HeadlineWords {
  readonly look: keyof typeof looks;
  readonly text: string;
  /** A second sentence that belongs to it. */
  readonly help?: string | undefined;
}

/** The outcome in one sentence: the part that is read out when it changes. `isQuiet` for what is past. */
export function Headline({ look, text, help, isQuiet }: HeadlineWords & { isQuiet?: boolean }) {
  const [Icon, color] = looks[look];
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          overflowWrap: 'anywhere',
          ...(isQuiet
            ? { fontSize: 13, color: 'text.primary', '& > svg': { color: 'text.secondary' } }
            : { color, fontWeight: 600 }),
        }}
      >
        <Icon size={isQuiet ? 16 : 18} aria-hidden style={{ flexShrink: 0, marginTop: 1 }} />
        <span>{text}</span>
      </Box>
      {help && <Box sx={{ fontSize: 13, mt: 0.5, overflowWrap: 'anywhere' }}>{help}</Box>}
    </>
  );
}
