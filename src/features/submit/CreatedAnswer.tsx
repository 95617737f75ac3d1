import Box from '@mui/material/Box';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Created } from '#src/client/deployments.ts';
import { Facts } from './Facts.tsx';
import { sayTime } from './say-time.ts';

/** A create that went well: the id, the state and the id of the request. */
export function CreatedAnswer({ created }: { created: Created }) {
  const { t, i18n } = useTranslation();
  const { deployment, requestId } = created;
  return (
    <Box>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          color: 'success.main',
          fontWeight: 600,
        }}
      >
        <CircleCheck size={18} aria-hidden />
        {t('submit.created', { name: deployment.name })}
      </Box>
      <Facts
        facts={[
          [t('submit.id'), deployment.id],
          [
            t('submit.state'),
            deployment.state ||
              t('submit.ready', {
                ready: deployment.readyReplicas ?? 0,
                replicas: deployment.replicas ?? 0,
              }),
          ],
          [t('submit.createdAt'), sayTime(deployment.createdAt, i18n.language)],
          [t('submit.requestId'), requestId],
        ]}
      />
    </Box>
  );
}
