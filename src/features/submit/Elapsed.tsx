import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Seconds since it was drawn, so that a slow answer is not taken for a dead page. */
export function Elapsed() {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - start) / 1000)), 500);
    return () => clearInterval(timer);
  }, []);
  return <span style={{ fontSize: 13 }}>{t('submit.elapsed', { seconds })}</span>;
}
