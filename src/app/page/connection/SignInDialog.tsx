import { useConnection, type SignInQuestion } from '#src/client/connection/connection.ts';
import { AccessDialog } from '#src/features/access/AccessDialog.tsx';
import { SignInReason } from '#src/features/connection/token/SignInReason.tsx';
import { TokenDialog } from '#src/features/connection/token/TokenDialog.tsx';
import { useWords } from '#src/ui/words/page-words.ts';

/** Asks the person for a token, or for the access secret of the server. */
export function SignInDialog({ question }: { question: SignInQuestion }) {
  const t = useWords();
  const { access, hasAccessEnded, answer } = useConnection();
  const { kind, place, refusal } = question;
  if (kind === 'token') return <TokenDialog place={place} refusal={refusal} onDone={answer} />;
  const words = t(hasAccessEnded ? 'access.ended' : 'access.why', { label: place.label });
  return (
    <AccessDialog
      access={access}
      label={place.label}
      why={<SignInReason words={words} refusal={refusal} />}
      onDone={answer}
    />
  );
}
