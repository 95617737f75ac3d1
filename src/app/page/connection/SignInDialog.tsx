import { useConnection, type SignInRequest } from '#src/client/connection/connection.ts';
import { AccessDialog } from '#src/features/access/AccessDialog.tsx';
import { SignInReason } from '#src/features/connection/token/SignInReason.tsx';
import { TokenDialog } from '#src/features/connection/token/TokenDialog.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

/** Asks for a token, or for the access secret of the server. */
export function SignInDialog({ request }: { request: SignInRequest }) {
  const t = useWords();
  const { access, hasAccessEnded, finishSignIn } = useConnection();
  const { kind, place, refusal } = request;
  if (kind === 'token')
    return <TokenDialog place={place} refusal={refusal} onDone={finishSignIn} />;
  const words = t(hasAccessEnded ? 'access.ended' : 'access.why', { label: place.label });
  return (
    <AccessDialog
      access={access}
      label={place.label}
      reason={<SignInReason words={words} refusal={refusal} />}
      onDone={finishSignIn}
    />
  );
}
