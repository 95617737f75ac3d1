import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { accessQuery, leaveAccess, type Access } from '#src/client/queries/access.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useWords } from '#src/ui/words/page-words.ts';

interface AccessStatusProps {
  access: Access | undefined;
  onEnter: () => void;
}

/** Whether this browser may use what the server holds: the way in, or the way out. */
export function AccessStatus({ access, onEnter }: AccessStatusProps) {
  const t = useWords();
  const queryClient = useQueryClient();
  const leave = useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: leaveAccess,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accessQuery.queryKey }),
  });
  if (access === undefined || access.state === 'open') return null;
  const isGranted = access.state === 'granted';
  const Icon = isGranted ? LockOpen : Lock;
  const words = () => {
    if (isGranted) return t('access.granted');
    return t(leave.isSuccess ? 'access.signedOut' : 'access.notYet');
  };
  return (
    <Box role="status" sx={{ fontSize: 13, lineHeight: '20px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Box
          component="span"
          sx={{ display: 'inline-flex', color: isGranted ? 'success.main' : 'warning.main' }}
        >
          <Icon size={16} aria-hidden />
        </Box>
        <Box sx={{ flex: 1, minWidth: 180 }}>{words()}</Box>
        {isGranted ? (
          <Button
            size="small"
            variant="outlined"
            aria-disabled={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('access.signOut')}
          </Button>
        ) : (
          <Button size="small" variant="outlined" onClick={onEnter}>
            {t('access.title')}
          </Button>
        )}
      </Box>
      {leave.isError && (
        <Box sx={{ mt: 0.5, color: 'error.main' }}>
          {t('access.notOut', { reason: foreignShort(leave.error.message) })}
        </Box>
      )}
    </Box>
  );
}
