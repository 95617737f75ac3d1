import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { X, Zap } from 'lucide-react';
import { changeSession, useSession } from '#src/client/session/session.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { faults } from './faults.ts';

/** The fault the mock is asked for, while there is one, with the way to be rid of it. */
export function FaultBadge() {
  const t = useWords();
  const translate = useTranslate();
  const { fault } = useSession();
  const chosen = faults.find((one) => one.name === fault);
  if (chosen === undefined) return null;
  const clear = t('connection.fault.clear', { fault: translate(chosen.label) });
  return (
    <Box
      role="group"
      aria-label={t('connection.fault.label')}
      title={translate(chosen.does)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0, lg: 0.75 },
        pl: { xs: 0.75, lg: 1.25 },
        pr: { xs: 0, lg: 0.5 },
        height: 40,
        flexShrink: 0,
        borderRadius: '6px',
        border: '1px dashed',
        borderColor: 'error.main',
        color: 'error.main',
        fontSize: 13,
      }}
    >
      <Zap size={16} aria-hidden style={{ flexShrink: 0 }} />
      <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' }, whiteSpace: 'nowrap' }}>
        {translate(chosen.label)}
      </Box>
      <IconButton
        size="small"
        color="inherit"
        aria-label={clear}
        title={clear}
        onClick={() => changeSession({ fault: '' })}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </Box>
  );
}
