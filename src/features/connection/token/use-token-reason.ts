import type { SignInRefusal } from '#src/client/queries/access.ts';
import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import type { RemovedToken } from '#src/client/session/credentials.ts';
import { useSession } from '#src/client/session/session.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';

/** The sentence that explains why a token for a place is requested. */
export function useTokenReason(place: NamedPlace, refusal: SignInRefusal | undefined): string {
  const t = useWords();
  const language = useLanguage();
  const session = useSession();
  const now = useNow(15_000);
  const { label } = place;
  if (refusal !== undefined) return t('signIn.why.refused', { label });
  // The session only knows about the token of its own place.
  if (!isSamePlace(session, place)) return t('signIn.why.none', { label });
  const removed = removedTokenOf(session, now);
  if (removed !== undefined)
    return t(`signIn.why.${removed.reason}`, { when: formatDateTime(removed.at, language) });
  if (session.token === '') return t('signIn.why.none', { label });
  const end = session.tokenExpiresAt;
  return end === undefined
    ? t('signIn.why.renew')
    : t('signIn.why.renewBefore', { when: formatDateTime(end, language) });
}

/** The last token if it was removed, or the current one if it has expired and is about to be removed. */
function removedTokenOf(
  { token, tokenExpiresAt, removedToken }: ReturnType<typeof useSession>,
  now: number,
): RemovedToken | undefined {
  if (token === '') return removedToken;
  return tokenExpiresAt !== undefined && tokenExpiresAt <= now
    ? { reason: 'expired', at: tokenExpiresAt }
    : undefined;
}
