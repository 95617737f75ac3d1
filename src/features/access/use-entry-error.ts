import type { Access } from '#src/client/queries/access.ts';
import { isClientError } from '#src/client/http/errors.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Why the server did not accept the access secret, or the link that this page was opened with. */
export function useEntryError(error: Error | null, access: Access | undefined): string | undefined {
  const t = useWords();
  if (error === null) return access?.isLinkRefused ? t('access.linkRefused') : undefined;
  if (isClientError(error) && error.kind === 'http') {
    if (error.status === 401) return t('access.refused');
    if (error.status === 429) return t('access.tooMany', { seconds: error.retryAfterS ?? 60 });
  }
  return t('access.failed', { reason: foreignShort(error.message) });
}
