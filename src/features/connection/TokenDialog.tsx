import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { FormEvent } from 'react';
import type { SignInRefusal } from '#src/client/access.ts';
import { giveToken, isSamePlace, type NamedPlace } from '#src/client/place.ts';
import { useSession } from '#src/client/session.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { shortProject } from './short-project.ts';
import { SignInReason } from './SignInReason.tsx';
import { TargetKind } from './TargetKind.tsx';
import { TokenFields } from './TokenFields.tsx';
import { useTokenForm } from './use-token-form.ts';
import { useTokenReason } from './use-token-reason.ts';

interface TokenDialogProps {
  /** Where the token will go, and nowhere else. */
  place: NamedPlace;
  /** The refusal that the question follows, if there was one. */
  refusal?: SignInRefusal | undefined;
  /** Called once: with true if there is a new token now. */
  onDone: (isThere: boolean) => void;
}

/** Asks for a token over the form, which stays as it is. */
export function TokenDialog({ place, refusal, onDone }: TokenDialogProps) {
  const t = useWords();
  const session = useSession();
  const isHere = isSamePlace(session, place);
  const reason = useTokenReason(place, refusal);
  // The clock is known of the connection alone, and of whoever has just refused.
  const clockOffsetMs = refusal?.clockOffsetMs ?? (isHere ? session.clockOffsetMs : undefined);
  const tokenForm = useTokenForm({ token: '', tokenExpiresAt: undefined, clockOffsetMs }, true);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await tokenForm.form.trigger(undefined, { shouldFocus: true }))) return;
    giveToken(place, tokenForm.values());
    onDone(true);
  };
  return (
    <Dialog
      open
      onClose={() => onDone(false)}
      fullWidth
      maxWidth="xs"
      aria-labelledby="token-title"
    >
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogTitle id="token-title" sx={{ fontSize: 17, fontWeight: 600 }}>
          {t('signIn.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
          <SignInReason words={reason} refusal={refusal} />
          <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
              <TargetKind kind={place.kind} />
              <span>{place.label}</span>
              <Box
                component="span"
                sx={(theme) => ({ fontFamily: theme.wireFont, fontSize: 12, whiteSpace: 'nowrap' })}
              >
                {[place.region, shortProject(place.projectId)].filter(Boolean).join(' · ')}
              </Box>
            </Box>
            <Box sx={{ mt: 0.5, color: 'text.secondary' }}>
              {t(isHere ? 'signIn.intro' : 'signIn.introAway', { label: place.label })}
            </Box>
          </Box>
          <TokenFields tokenForm={tokenForm} projectId={place.projectId} takesFocus />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button variant="text" onClick={() => onDone(false)}>
            {t('action.cancel')}
          </Button>
          <Button variant="contained" type="submit">
            {t('signIn.use')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
