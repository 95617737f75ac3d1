import { FormProvider, useForm } from 'react-hook-form';
import type { SignInRefusal } from '#src/client/queries/access.ts';
import { storeToken, isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { abbreviateProjectId } from '../words/abbreviate-project-id.ts';
import { TargetKind } from '../target/TargetKind.tsx';
import { SignInReason } from './SignInReason.tsx';
import { tokenResolver, toSessionToken, toTokenInputs, type TokenInputs } from './token-inputs.ts';
import styles from './token.module.css';
import { TokenFields } from './TokenFields.tsx';
import { useTokenReason } from './use-token-reason.ts';

interface TokenDialogProps {
  /** The only place that the token will be sent to. */
  place: NamedPlace;
  /** The refusal that caused the request. */
  refusal?: SignInRefusal | undefined;
  /** Called once, with true if the user entered a token. */
  onDone: (hasToken: boolean) => void;
}

/** Asks for a token for one place. */
export function TokenDialog({ place, refusal, onDone }: TokenDialogProps) {
  const t = useWords();
  const session = useSession();
  const isHere = isSamePlace(session, place);
  const reason = useTokenReason(place, refusal);
  // The clock is known for the target of the connection, and for the target that refused the request.
  const clockOffsetMs = refusal?.clockOffsetMs ?? (isHere ? session.clockOffsetMs : undefined);
  const form = useForm<TokenInputs>({
    resolver: tokenResolver,
    defaultValues: toTokenInputs({ token: '', tokenExpiresAt: undefined, clockOffsetMs }),
  });
  const save = form.handleSubmit((inputs) => {
    storeToken(place, toSessionToken(inputs));
    onDone(true);
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t('signIn.title')}
        submit={t('signIn.use')}
        onSubmit={(event) => void save(event)}
        onCancel={() => onDone(false)}
      >
        <SignInReason words={reason} refusal={refusal} />
        <div className={styles.place}>
          <div className={styles.target}>
            <TargetKind kind={place.kind} />
            <span>{place.label}</span>
            <span className={styles.project}>
              {[place.region, abbreviateProjectId(place.projectId)].filter(Boolean).join(' · ')}
            </span>
          </div>
          <div className={styles.intro}>
            {t(isHere ? 'signIn.intro' : 'signIn.introAway', { label: place.label })}
          </div>
        </div>
        <TokenFields projectId={place.projectId} takesFocus />
      </FormDialog>
    </FormProvider>
  );
}
