import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findDeployments } from '#src/client/deployments.ts';
import { isClientError } from '#src/client/errors.ts';
import { Facts } from './Facts.tsx';
import { sayTime } from './say-time.ts';

interface UnknownOutcomeProps {
  error: Error;
  name: string;
  /** The person has looked and decided to go on. */
  onResolved: () => void;
}

/** No good answer came, so the deployment may exist. It is looked up by name; nothing is sent again by itself. */
export function UnknownOutcome({ error, name, onResolved }: UnknownOutcomeProps) {
  const { t, i18n } = useTranslation();
  const look = useMutation({
    networkMode: 'always',
    retry: 0,
    mutationFn: () => findDeployments(name),
  });
  const answer = isClientError(error) && error.kind === 'http' ? error : undefined;
  return (
    <Box>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          color: 'warning.main',
          fontWeight: 600,
        }}
      >
        <CircleHelp size={18} aria-hidden />
        {t('submit.unknown')}
      </Box>
      <Box sx={{ fontSize: 13, mt: 0.5 }}>{t('submit.unknownHelp')}</Box>
      <Facts
        facts={[
          [t('submit.code'), answer?.code],
          [t('submit.message'), error.message],
          [t('submit.requestId'), answer?.requestId],
        ]}
      />
      <Box sx={{ mt: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          size="small"
          variant="outlined"
          onClick={() => look.mutate()}
          aria-disabled={look.isPending}
        >
          {t('submit.look', { name })}
        </Button>
        {look.isSuccess && (
          <Button size="small" variant="text" onClick={onResolved}>
            {t('submit.goOn')}
          </Button>
        )}
      </Box>
      {look.isError && (
        <Box sx={{ mt: 1, fontSize: 13, color: 'error.main' }}>
          {t('submit.lookFailed', { reason: look.error.message })}
        </Box>
      )}
      {look.isSuccess && (
        <Box sx={{ mt: 1, fontSize: 13 }}>
          {look.data.length === 0
            ? t('submit.notFound', { name })
            : t('submit.found', { name, count: look.data.length })}
          {look.data.map((record) => (
            <Facts
              key={record.id}
              facts={[
                [t('submit.id'), record.id],
                [t('submit.createdAt'), sayTime(record.createdAt, i18n.language)],
              ]}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
