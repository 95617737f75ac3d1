import type { SignInRefusal } from '#src/client/queries/access.ts';
import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import type { TokenGone } from '#src/client/session/credentials.ts';
import { useSession } from '#src/client/session/session.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';

/** Why a token for a place is asked for, in a sentence. */
export function useTokenReason(place: NamedPlace, refusal: SignInRefusal | undefined): string {
  const t = useWords();
  const language = useLanguage();
  const session = useSession();
  const now = useNow(15_000);
  const { label } = place;
  if (refusal !== undefined) return t('signIn.why.refused', { label });
  // What is known of the token in hand is known of the connection alone.
  if (!isSamePlace(session, place)) return t('signIn.why.none', { label });
  const gone = goneOf(session, now);
  if (gone !== undefined)
    return t(`signIn.why.${gone.why}`, { when: formatDateTime(gone.at, language) });
  if (session.token === '') return t('signIn.why.none', { label });
  const end = session.tokenExpiresAt;
  return end === undefined
    ? t('signIn.why.renew')
    : t('signIn.why.renewBefore', { when: formatDateTime(end, language) });
}

/** How the last token was lost: removed already, or over and about to be removed. */
function goneOf(
  { token, tokenExpiresAt, tokenGone }: ReturnType<typeof useSession>,
  now: number,
): TokenGone | undefined {
  if (token === '') return tokenGone;
  return tokenExpiresAt !== undefined && tokenExpiresAt <= now
    ? { why: 'expired', at: tokenExpiresAt }
    : undefined;
}
