import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { useNotify } from '#src/ui/notices.ts';

/** Says that a part of the page is missing, and offers to reload the page. */
export function usePartNotice(): (failure: PartFailure) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return useCallback(
    (failure) =>
      notify({
        text: t(`part.${failure}`),
        action: { label: t('app.reload'), run: () => window.location.reload() },
      }),
    [t, notify],
  );
}
