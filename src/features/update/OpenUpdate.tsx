import { useEffect, useState, type ReactNode } from 'react';
import { askAgainAt } from '#src/client/connection/ask-again.ts';
import { useConnection, type RequestSignIn } from '#src/client/connection/connection.ts';
import { useRequestMissing } from '#src/client/connection/use-request-missing.ts';
import { errorFacts } from '#src/client/http/error-facts.ts';
import { missingSignIn, signInRefusal } from '#src/client/queries/access.ts';
import {
  isSetting,
  useMissingForLists,
  useTargetsError,
} from '#src/client/queries/missing-for-lists.ts';
import { placeOf, type NamedPlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { LoadingScreen, StatusScreen } from '#src/ui/status/StatusScreen.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { editKey } from './stored-edit.ts';
import { openUpdate, type Update } from './open-update.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

interface OpenUpdateProps {
  id: string;
  /** The top bar of the page while no update is open. */
  bar: ReactNode;
  /** Leads back to the deployment. */
  back: ReactNode;
  children: (update: Update) => ReactNode;
}

/** Opens the update of a deployment at the connected target, or says why it cannot. */
export function OpenUpdate({ id, bar, back, children }: OpenUpdateProps) {
  const t = useWords();
  const translate = useTranslate();
  const session = useSession();
  const missing = useMissingForLists();
  const targetsError = useTargetsError();
  const requestMissing = useRequestMissing();
  const { targetState, requestSignIn } = useConnection();
  const target = knownTarget(targetState);
  const place = target && placeOf(target, session);
  const opening = useOpening(missing === undefined ? place : undefined, id, requestSignIn);
  if (missing !== undefined && missing !== 'target')
    return (
      <Screen bar={bar} back={back}>
        <StatusScreen
          title={translate(words.signInFirst)}
          action={{
            label: translate(isSetting(missing) ? words.openConnection : words.signIn),
            onClick: () => requestMissing(missing),
          }}
        />
      </Screen>
    );
  if (missing === 'target' && targetsError)
    return (
      <Screen bar={bar} back={back}>
        <StatusScreen
          title={translate(words.unread)}
          details={<ErrorNote error={errorFacts(targetsError.error)} isRead />}
          action={{ label: t('action.retry'), onClick: targetsError.retry }}
        />
      </Screen>
    );
  if (opening.state === 'open') return children(opening.update);
  if (opening.state === 'loading')
    return (
      <Screen bar={bar} back={back}>
        <LoadingScreen label={translate(words.loading)} />
      </Screen>
    );
  const error = opening.state === 'failed' ? opening.error : undefined;
  const signIn = missingSignIn(error);
  return (
    <Screen bar={bar} back={back}>
      <StatusScreen
        title={translate(opening.state === 'gone' ? words.gone : words.unread)}
        details={opening.state === 'failed' && <ErrorNote error={errorFacts(error)} isRead />}
        action={{
          label: signIn ? translate(words.signIn) : t('action.retry'),
          onClick: () => (signIn ? requestMissing(signIn, signInRefusal(error)) : opening.retry()),
        }}
      >
        {opening.state === 'gone' && translate(words.goneHelp)}
      </StatusScreen>
    </Screen>
  );
}

interface ScreenProps {
  bar: ReactNode;
  back: ReactNode;
  children: ReactNode;
}

function Screen({ bar, back, children }: ScreenProps) {
  return (
    <>
      {bar}
      <main className={styles.page}>
        {back}
        {children}
      </main>
    </>
  );
}

type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly update: Update }
  | { readonly state: 'gone'; retry(): void }
  | { readonly state: 'failed'; readonly error: unknown; retry(): void };

/** Opens the update at a place, once that is known, and again at another place. */
function useOpening(
  place: NamedPlace | undefined,
  id: string,
  requestSignIn: RequestSignIn,
): Opening {
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ key: string; opening: Opening }>();
  const key = place && `${editKey(place, id)} ${attempt}`;
  useEffect(() => {
    if (key === undefined || place === undefined) return undefined;
    const leaving = new AbortController();
    let opened: Update | undefined;
    const retry = () => setAttempt((count) => count + 1);
    const show = (opening: Opening) => {
      if (!leaving.signal.aborted) setFound({ key, opening });
    };
    openUpdate(place, id, askAgainAt(place, requestSignIn), leaving.signal).then(
      (update) => {
        opened = update;
        if (leaving.signal.aborted) return update?.end();
        return show(update ? { state: 'open', update } : { state: 'gone', retry });
      },
      (error: unknown) => show({ state: 'failed', error, retry }),
    );
    return () => {
      leaving.abort();
      opened?.end();
    };
    // The key stands for the place and the ID.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return found !== undefined && found.key === key ? found.opening : { state: 'loading' };
}
