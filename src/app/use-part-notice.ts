import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '#src/ui/notices.ts';

/** Tells that a part of the page could not be loaded, with the way to mend it. */
export function usePartNotice(): () => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return useCallback(
    () =>
      notify({
        text: t('part.failed'),
        action: { label: t('app.reload'), run: () => window.location.reload() },
      }),
    [t, notify],
  );
}
