import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { KeyRound } from 'lucide-react';

interface SignInNoticeProps {
  /** What is missing, in words. */
  words: string;
  action: string;
  onAct: () => void;
}

/** Says quietly above the form that the service wants to know who asks, with the way to tell it. */
export function SignInNotice({ words, action, onAct }: SignInNoticeProps) {
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        p: 1.5,
        mb: 3,
        border: '1px solid',
        borderColor: 'warning.main',
        borderRadius: '6px',
        fontSize: 13,
        bgcolor: 'background.paper',
      }}
    >
      <Box component="span" sx={{ display: 'inline-flex', color: 'warning.main' }}>
        <KeyRound size={18} aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 200 }}>{words}</Box>
      <Button size="small" variant="outlined" onClick={onAct}>
        {action}
      </Button>
    </Box>
  );
}
