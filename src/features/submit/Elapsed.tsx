import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Seconds since a moment (milliseconds since 1970), so that a slow answer is not taken for a dead page. */
export function Elapsed({ since }: { since: number }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return <span style={{ fontSize: 13 }}>{t('submit.elapsed', { seconds })}</span>;
}
