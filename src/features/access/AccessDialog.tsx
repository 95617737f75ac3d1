import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { accessQuery, enterAccess, type Access } from '#src/client/access.ts';
import { isClientError } from '#src/client/errors.ts';
import { foreignShort } from '#src/domain/core/foreign-text.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { secretIn } from './secret-text.ts';

interface AccessDialogProps {
  access: Access | undefined;
  /** Name of the target that is asked for. */
  label: string;
  /** Why the question comes: none yet, ended, or refused. */
  why: ReactNode;
  /** Called once: with true if this browser may go on. */
  onDone: (isGranted: boolean) => void;
}

/**
 * Asks over the form for the secret that opens what the server holds. It is sent once and kept nowhere: not even in
 * the state of this dialog, only in the input itself.
 */
export function AccessDialog({ access, label, why, onDone }: AccessDialogProps) {
  const t = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const takeInput = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    // The first thing to fill in.
    element?.focus();
  }, []);
  const queryClient = useQueryClient();
  const [isEmpty, setEmpty] = useState(false);
  const enter = useMutation({
    retry: 0,
    networkMode: 'always',
    mutationFn: async () => enterAccess(secretIn(input.current?.value ?? '')),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: accessQuery.queryKey });
      onDone(true);
    },
    onError: () => input.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enter.isPending) return;
    const isMissing = secretIn(input.current?.value ?? '') === '';
    setEmpty(isMissing);
    if (isMissing) input.current?.focus();
    else enter.mutate();
  };
  const wrong = () => {
    if (isEmpty) return t('access.needed');
    if (enter.error === null) return access?.isLinkRefused ? t('access.linkRefused') : undefined;
    if (!isClientError(enter.error) || enter.error.kind !== 'http')
      return t('access.failed', { reason: foreignShort(enter.error.message) });
    if (enter.error.status === 401) return t('access.refused');
    if (enter.error.status === 429)
      return t('access.tooMany', { seconds: enter.error.retryAfterS ?? 60 });
    return t('access.failed', { reason: foreignShort(enter.error.message) });
  };
  const mistake = wrong();
  return (
    <Dialog
      open
      onClose={() => onDone(false)}
      fullWidth
      maxWidth="xs"
      aria-labelledby={`${id}-title`}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`} sx={{ fontSize: 17, fontWeight: 600 }}>
          {t('access.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {why}
          <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
            {t('access.intro', { label })}
            <Box sx={{ mt: 1 }}>
              {t(access?.kind === 'launch' ? 'access.launch' : 'access.operator')}
            </Box>
          </Box>
          <div>
            <Box
              component="label"
              htmlFor={id}
              sx={{ display: 'block', fontSize: 13, fontWeight: 500, mb: '6px' }}
            >
              {t('access.secret')}
            </Box>
            <TextInput
              id={id}
              ref={takeInput}
              type="password"
              wire
              isWrong={mistake !== undefined}
              aria-describedby={`${id}-help`}
              autoComplete="off"
              spellCheck={false}
            />
            <Box
              id={`${id}-help`}
              aria-live="polite"
              sx={{
                mt: 0.5,
                fontSize: 12,
                lineHeight: '18px',
                color: mistake ? 'error.main' : 'text.secondary',
              }}
            >
              {mistake ?? t('access.kept')}
            </Box>
          </div>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button variant="text" onClick={() => onDone(false)}>
            {t('action.cancel')}
          </Button>
          <Button variant="contained" type="submit" aria-disabled={enter.isPending}>
            {t('access.enter')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
