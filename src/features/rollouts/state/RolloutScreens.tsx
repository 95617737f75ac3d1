import { useConnection } from '#src/client/connection/connection.ts';
import { errorFacts } from '#src/client/http/error-facts.ts';
import { isClientError } from '#src/client/http/errors.ts';
import { missingSignIn, signInRefusal } from '#src/client/queries/access.ts';
import { placeOf, type NamedPlace } from '#src/client/session/place.ts';
import { getSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { rolloutWords as words } from '../words/rollout-words.ts';

interface RefusalScreenProps {
  error: Error;
  /** Where a token is needed; without it, at the place of the session. */
  place?: NamedPlace | undefined;
  retry: () => void;
}

/** Why rollouts cannot be shown, and what helps. */
export function RefusalScreen({ error, place, retry }: RefusalScreenProps) {
  const t = useWords();
  const translate = useTranslate();
  const { targetState, requestSignIn } = useConnection();
  const again = { label: t('action.retry'), onClick: retry };
  const isHttp = isClientError(error) && error.kind === 'http';
  if (isHttp && error.code === 'BUILDER.rollouts_off')
    return (
      <StatusScreen title={translate(words.off)} action={again}>
        {translate(words.offHelp)}
      </StatusScreen>
    );
  const signIn = missingSignIn(error);
  const target = knownTarget(targetState);
  const where = place ?? (target && placeOf(target, getSession()));
  if (signIn && where) {
    const ask = async () => {
      if (await requestSignIn(signIn, where, signInRefusal(error))) retry();
    };
    return (
      <StatusScreen
        title={translate(words.missing[signIn])}
        action={{ label: translate(words.signIn), onClick: () => void ask() }}
      />
    );
  }
  if (!isHttp)
    return (
      <StatusScreen title={translate(words.away)} action={again}>
        {translate(words.awayHelp)}
      </StatusScreen>
    );
  return (
    <StatusScreen
      title={translate(error.status === 403 ? words.forbidden : words.failed)}
      details={<ErrorNote error={errorFacts(error)} isRead />}
      action={again}
    />
  );
}
